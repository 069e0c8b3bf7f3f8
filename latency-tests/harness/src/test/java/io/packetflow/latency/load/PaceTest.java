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
package io.packetflow.latency.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PaceTest
{
    @Test
    void shouldReadWhatItWrote()
    {
        assertThat(Pace.parse("closed")).isEqualTo(Pace.CLOSED).hasToString("closed");
        assertThat(Pace.parse("flat-out")).isEqualTo(Pace.FLAT_OUT).hasToString("flat-out");
        assertThat(Pace.parse("100000")).isEqualTo(Pace.perSecond(100_000)).hasToString("100000");
    }

    @Test
    void shouldSpaceMessages()
    {
        assertThat(Pace.perSecond(1_000_000).gapNanos()).isEqualTo(1_000);
        assertThat(Pace.CLOSED.gapNanos()).isZero();
    }

    @Test
    void shouldWarmUpAnOpenLoopAsAnOpenLoop()
    {
        assertThat(Pace.perSecond(100_000).forWarmUp().isOpenLoop()).isTrue();
        assertThat(Pace.CLOSED.forWarmUp()).isEqualTo(Pace.CLOSED);
        assertThat(Pace.FLAT_OUT.forWarmUp()).isEqualTo(Pace.FLAT_OUT);
    }

    @Test
    void shouldRefuseWhatIsNoPace()
    {
        assertThatThrownBy(() -> Pace.parse("fast"))
            .hasMessage("a pace is closed, flat-out, messages a second, or bursty:messages a second, but not: fast");
        assertThatThrownBy(() -> Pace.parse("0")).hasMessage("an open loop sends above 0 messages a second: 0");
        assertThatThrownBy(() -> Pace.parse("9999999999"))
            .hasMessage("a pace is at most a thousand million messages a second: perSecond=9.999999999E9");
    }
}
