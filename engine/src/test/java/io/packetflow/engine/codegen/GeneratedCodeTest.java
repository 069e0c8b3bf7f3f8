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
package io.packetflow.engine.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.fixture.FusedReader;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.LendingScript;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedCommands;
import io.packetflow.engine.fixture.ScriptedOutput;
import io.packetflow.engine.fixture.ScriptedSource;
import io.packetflow.engine.fixture.Value;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.plan.ClockMode;
import io.packetflow.engine.plan.Grouping;
import io.packetflow.engine.plan.PlanOptions;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.ReactorPlanner;
import io.packetflow.engine.reactor.BackEdge;
import io.packetflow.ringbuffers.ring.Publication;

import org.junit.jupiter.api.Test;

/** The text of generated code: the same for the same plan, readable, no more in it than the plan needs. */
class GeneratedCodeTest
{
    private static final SourceSpec FEED = SourceSpec.outside(ScriptedSource.class);
    private static final SourceSpec COMMANDS = SourceSpec.outside(ScriptedCommands.class);
    private static final PlanOptions FUSED = PlanOptions.defaults();

    /** parse and enrich may stop; log sees news only; send is an output. */
    private final Molecule molecule = Molecule.named("M").kind(Kinds.FEED).kind(Kinds.NEWS)
        .packet(Scripted.idle("parse").writes(Value.area()).build())
        .packet(Scripted.idle("enrich").build())
        .packet(Scripted.idle("log").trigger(Trigger.on(Kinds.NEWS)).build())
        .packet(ScriptedOutput.idle("send").build())
        .ionic("parse", "enrich", "send").ionic("parse", "log").build();

    @Test
    void shouldBeTheSameForTheSamePlan()
    {
        assertThat(code(FUSED, 256, FEED)).isEqualTo(code(FUSED, 256, FEED));
    }

    @Test
    void shouldCarryAHashOfItsTextInItsName()
    {
        final String name = code(FUSED, 256, FEED).className();

        assertThat(name).matches("io\\.packetflow\\.generated\\.M_df_[0-9a-f]{16}");
        assertThat(code(FUSED, 256, FEED).simpleName()).isEqualTo(name.substring(name.lastIndexOf('.') + 1));
        assertThat(List.of(name, code(FUSED, 64, FEED).className(), code(FUSED, 256, COMMANDS, FEED).className(),
            code(FUSED.withPublication(Publication.IN_SLOT), 256, FEED).className())).doesNotHaveDuplicates();
    }

    @Test
    void shouldBeTheSameInEveryLocale()
    {
        final Locale locale = Locale.getDefault();
        final GeneratedSource expected = code(FUSED, 256, FEED);
        try
        {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(String.format("%d", 5)).as("a locale with digits of its own").isNotEqualTo("5");
            assertThat(code(FUSED, 256, FEED)).isEqualTo(expected);
        }
        finally
        {
            Locale.setDefault(locale);
        }
    }

    @Test
    void shouldCallThePacketsOfAStageInLineBehindTheirGuards()
    {
        assertThat(code(FUSED, 256, FEED).text()).contains(inMethod("""
            // parse (DF:tr)
            areaparse.wrap(slot + 80);
            if (packetparse.onInstance() == 1)
            {
                return stopped | 0x1L;
            }
            // enrich (DF:tr)
            if (packetenrich.onInstance() == 1)
            {
                stopped |= 0x2L;
            }
            // log (DF:tr)
            if ((512L >>> kind & 1) != 0)
            {
                packetlog.onInstance();
            }
            """));
    }

    @Test
    void shouldHandOverViewsWhereAllThatIsReadWasWrittenJustBefore()
    {
        assertThat(code(reading(Trigger.always()), FUSED, 256, FEED).text())
            .contains("packetreader.onFused(areaparse, areareader)").doesNotContain("packetreader.onInstance()");
    }

    @Test
    void shouldNotHandOverViewsOfAPacketThatDidNotRunForTheInstance()
    {
        assertThat(code(reading(Trigger.on(Kinds.NEWS)), FUSED, 256, FEED).text())
            .contains("packetreader.onInstance()").doesNotContain("onFused");
    }

    @Test
    void shouldNotHandOverViewsToAnotherStage()
    {
        assertThat(code(reading(Trigger.always()), FUSED.withGrouping(Grouping.UNFUSED), 256, FEED).text())
            .contains("packetreader.onInstance()").doesNotContain("onFused");
    }

    private static Molecule reading(final Trigger ofParse)
    {
        return Molecule.named("Reading").kind(Kinds.FEED).kind(Kinds.NEWS)
            .packet(Scripted.idle("parse").writes(Value.area()).trigger(ofParse).build())
            .packet(FusedReader.packet().trigger(Trigger.on(Kinds.FEED, Kinds.NEWS)).build())
            .ionic("parse", "reader").build();
    }

    @Test
    void shouldLetAnOutputGoOnlyWhereItDidNotStop()
    {
        assertThat(code(FUSED, 256, FEED).text()).contains(inMethod("""
            // send (DF:pr)
            if ((stopped & 0x2L) == 0)
            {
                if (packetsend.onInstance() == 1)
                {
                    return stopped | 0x8L;
                }
                // what was computed is let go
                {
                    packetsend.onRelease();
                }
            }
            """));
    }

    @Test
    void shouldJumpOverAllThatAStopSkips()
    {
        final Molecule jumping = molecule.toBuilder().packet(Scripted.idle("tail").build()).build();

        assertThat(code(jumping, FUSED, 256, FEED).text()).contains(inMethod("""
            behind4:
            {
                // parse (DF:tr)
                areaparse.wrap(slot + 80);
                if (packetparse.onInstance() == 1)
                {
                    stopped |= 0x1L;
                    break behind4;
                }
            """.stripTrailing()).stripTrailing()).contains(inMethod("""
            // tail (DF:tr)
            packettail.onInstance();
            return stopped;
            """));
    }

    @Test
    void shouldHandStopsToOtherStages()
    {
        final ReactorPlan plan = plan(molecule, FUSED.withGrouping(Grouping.UNFUSED));
        final int stops = plan.ring().layout().offset("stops.0");
        final String text = code(FUSED.withGrouping(Grouping.UNFUSED), 256, FEED).text();

        assertThat(text).contains("slab.putLong(slot + " + stops + ", stopped);")
            .contains("long stopped = slab.getLong(slot + " + stops + ");");
    }

    @Test
    void shouldAskOneFeedAlone()
    {
        assertThat(code(FUSED, 256, COMMANDS, FEED).text()).contains("boundNanos()", "admitOther(")
            .doesNotContain("horizonNanos");
        assertThat(code(FUSED, 256, FEED, FEED).text()).doesNotContain("boundNanos");
        assertThat(code(FUSED.withClock(ClockMode.UTC), 256, FEED).text()).doesNotContain("boundNanos");
    }

    @Test
    void shouldAskOneFeedAloneWhereEmissionsComeFromItsOwnLoop()
    {
        final SourceSpec emissions = new SourceSpec(BackEdge.class, "enrich", 5);

        assertThat(code(FUSED, 256, emissions, FEED).text()).contains("boundNanos()")
            .contains("if ((stopped & 0x1L) == 0)").doesNotContain("horizonNanos");
        assertThat(code(FUSED.withGrouping(Grouping.UNFUSED), 256, emissions, FEED).text())
            .contains("horizonNanos = Math.min(horizonNanos, oldestNanos + 5L);").doesNotContain("boundNanos");
    }

    @Test
    void shouldBorrowBytesOnlyWhereOneLoopRunsTheWholeMolecule()
    {
        final SourceSpec lender = SourceSpec.outside(LendingScript.class);

        assertThat(code(FUSED, 256, lender).text()).contains("source0.lend(header, input);");
        assertThat(code(FUSED, 256, FEED).text()).doesNotContain(".lend(");
        assertThat(code(FUSED.withGrouping(Grouping.UNFUSED), 256, lender).text()).doesNotContain(".lend(");
        assertThat(code(FUSED.withClock(ClockMode.UTC), 256, lender).text()).doesNotContain(".lend(");
    }

    @Test
    void shouldClaimSlotsSomeAtATimeWhereNobodyElseDoes()
    {
        assertThat(code(FUSED, 64, FEED).text()).contains("ring.tryClaim(16)")
            .contains("ring.publish(lastPublished + 1, finished);");
        assertThat(code(FUSED.withGrouping(Grouping.UNFUSED), 64, FEED).text()).contains("ring.tryClaim();")
            .doesNotContain("claimMore");
    }

    @Test
    void shouldKnowNothingOfTimersWhereThereAreNone()
    {
        final Molecule timed = molecule.toBuilder().kind(InstanceKind.TIMER).build();

        assertThat(code(FUSED, 64, FEED).text()).doesNotContain("timer");
        assertThat(code(timed, FUSED, 64, FEED).text()).contains("timerCount++;", "followTimer(source == 1);");
    }

    private GeneratedSource code(final PlanOptions options, final int batchLimit, final SourceSpec... sources)
    {
        return code(molecule, options, batchLimit, sources);
    }

    private static GeneratedSource code(
        final Molecule molecule, final PlanOptions options, final int batchLimit, final SourceSpec... sources)
    {
        final ReactorPlan plan = plan(molecule, options);
        return NodeSource.of(plan, plan.sequencingNode(), List.of(sources), batchLimit);
    }

    private static ReactorPlan plan(final Molecule molecule, final PlanOptions options)
    {
        return ReactorPlanner.plan(molecule, options, CpuTopology.ofProcessors(1, "a test"));
    }

    private static String inMethod(final String lines)
    {
        return lines.indent(8);
    }
}
