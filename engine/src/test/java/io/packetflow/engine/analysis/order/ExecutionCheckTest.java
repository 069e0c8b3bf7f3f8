/*
 * Copyright 2026 the PacketFlow authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.packetflow.engine.analysis.order;

import static io.packetflow.engine.fixture.AnalysisStructures.covalent;
import static io.packetflow.engine.fixture.AnalysisStructures.ionic;
import static io.packetflow.engine.fixture.AnalysisStructures.plain;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.packetflow.engine.analysis.order.TraceEvent.Step;

class ExecutionCheckTest
{
    private final CausalOrder chain = CausalOrder.of(plain("a b c", ionic("a", "b"), ionic("b", "c")));
    private final CausalOrder pair = CausalOrder.of(plain("x y", covalent("x", "y", "book")));

    @Test
    void instancesMayOverlapAsLongAsEachIsInOrder()
    {
        assertThat(sentences(chain, "+a1 -a1 +b1 +a2 -b1 -a2 +c1 +b2 -c1 -b2 +c2 -c2")).isEmpty();
    }

    @Test
    void aBrokenDependencyNamesTheBondsAndBothEvents()
    {
        assertThat(sentences(chain, "+a1 +b1 -a1 -b1 +c1 -c1")).containsExactly(
            "b on instance 1 (event 1) began before a had completed it (event 2), but a -> b");
    }

    @Test
    void aPacketThatDidNotFireHasCompletedButItsAncestorsCount()
    {
        assertThat(sentences(chain, "+a1 -a1 +c1 -c1")).isEmpty();
        assertThat(sentences(chain, "+a1 +c1 -c1 -a1")).containsExactly(
            "c on instance 1 (event 1) began before a had completed it (event 3), but a -> b -> c");
    }

    @Test
    void nothingBeginsBehindAStop()
    {
        assertThat(sentences(chain, "+a1 !a1 +c1 -c1")).containsExactly(
            "c on instance 1 (event 2) began although a had stopped it (event 1), and a -> b -> c");
    }

    @Test
    void packetsOfOneStageNeverWorkAtOnce()
    {
        assertThat(sentences(pair, "+x1 +y1 -x1 -y1")).containsExactly(
            "y on instance 1 (event 1) began while x of the same stage was at work (event 0)");
    }

    @Test
    void aStageFinishesAnInstanceBeforeItBeginsTheNext()
    {
        assertThat(sentences(pair, "+x1 -x1 +x2 -x2 +y1 -y1 +y2 -y2")).containsExactly(
            "y on instance 1 (event 4) began after its stage had begun a later instance (event 2)");
    }

    @Test
    void whatIsNoExecutionIsCalledSo()
    {
        final String cannotBe = " cannot be: begun twice, ended without having begun, never ended, or unknown";

        assertThat(sentences(chain, "-a1")).containsExactly("a on instance 1 (event 0)" + cannotBe);
        assertThat(sentences(chain, "+z1 -z1"))
            .containsExactly("z on instance 1 (event 0)" + cannotBe, "z on instance 1 (event 1)" + cannotBe);
        assertThat(sentences(chain, "+a1")).containsExactly("a on instance 1 (event 0)" + cannotBe);
        assertThat(sentences(chain, "+a1 -a1 +a1")).containsExactly("a on instance 1 (event 2)" + cannotBe);
    }

    private static List<String> sentences(final CausalOrder order, final String trace)
    {
        final List<TraceEvent> events = new ArrayList<>();
        for (final String event : trace.split(" ", -1))
        {
            final Step step = event.charAt(0) == '+' ? Step.BEGIN : event.charAt(0) == '-' ? Step.END : Step.STOP;
            events.add(new TraceEvent(event.substring(1, 2), Long.parseLong(event.substring(2)), step));
        }
        return ExecutionCheck.violations(order, events).stream().map(CausalViolation::toString).toList();
    }
}
