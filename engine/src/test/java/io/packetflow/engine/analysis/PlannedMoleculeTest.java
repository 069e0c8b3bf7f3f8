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
package io.packetflow.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.packetflow.affinity.topology.Cpu;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.analysis.performance.CriticalPath;
import io.packetflow.engine.analysis.performance.Deployment;
import io.packetflow.engine.analysis.performance.DeploymentPerformance;
import io.packetflow.engine.analysis.performance.TargetForecast;
import io.packetflow.engine.analysis.resource.Separation;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.fixture.ProbeOutput;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.plan.Grouping;
import io.packetflow.engine.plan.NodePolicy;
import io.packetflow.engine.plan.PlanOptions;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.ReactorPlanner;

/** Molecules with handlers and plans of the planner. */
class PlannedMoleculeTest
{
    /** Ingress 10, call 1, barrier 5, hop 100, hop between sockets 300 ns. */
    private static final HostCosts HOST = new HostCosts("test", 10, 1, 5, 100, 300, 10e6);

    private final Molecule chain = Molecule.named("Chain")
        .packet(Scripted.idle("parse").property("base_time", "20ns").build())
        .packet(Scripted.idle("decide", Element.BRANCH).property("base_time", "50ns").build())
        .packet(Scripted.idle("track").property("base_time", "70ns").build())
        .ionic("parse", "decide").ionic("parse", "track").property("tick_to_trade", "< 200ns").build();

    @Test
    void aFusedPlanIsOneStageOfCalls()
    {
        final ReactorPlan plan = plan(chain, PlanOptions.defaults());

        // 10 + 20 + 1 + 50 + 1 + 70
        assertThat(planned(plan).predictedNanos()).isEqualTo(152);
    }

    @Test
    void aPlanOfANodeForEachGroupHops()
    {
        final ReactorPlan plan = plan(chain, PlanOptions.defaults().withGrouping(Grouping.STRICT)
            .withNodes(NodePolicy.NODE_PER_GROUP));

        // df: parse 10 to 30, then track in the same stage 31 to 101; cf: decide behind the stage and a hop, 201 to 251
        assertThat(Deployment.of(plan).stages()).extracting(Deployment.Stage::packets)
            .containsExactly(List.of("parse", "track"), List.of("decide"));
        assertThat(planned(plan).predictedNanos()).isEqualTo(251);
    }

    @Test
    void nodesOnDifferentSocketsPayTheRemoteHop()
    {
        final ReactorPlan near = ReactorPlanner.plan(chain, apart(), twoSockets());
        final Deployment deployment = Deployment.of(near);
        final boolean remote = deployment.nodes().get(0).socket() != deployment.nodes().get(1).socket();

        // parse 10 to 30, decide behind a hop; track on the first node behind a barrier, 35 to 105
        assertThat(planned(near).predictedNanos()).isEqualTo(remote ? 380 : 180);
        assertThat(deployment.nodes()).extracting(Deployment.Node::socket).isSubsetOf(0, 1);
    }

    @Test
    void theTargetSpeaksOfOutputsWhereHandlersAreKnown()
    {
        final Molecule molecule = Molecule.named("Trading")
            .packet(Scripted.idle("parse").property("base_time", "20ns").build())
            .packet(Packet.named("send", Element.PRODUCER).handler(ProbeOutput.class, context -> null)
            .property("base_time", "30ns").build())
            .packet(Scripted.idle("track").property("base_time", "500ns").build())
            .ionic("parse", "send").ionic("parse", "track").property("tick_to_trade", "< 200ns").build();
        final TargetForecast forecast = AnalysisReport.of(
            Subject.of(molecule, CostModel.declared(molecule.structure(), HOST))).results().orElseThrow()
            .performance().targets().get(0);

        assertThat(forecast.packets()).containsExactly("send");
        // 10 + 20 + 1 + 30; track runs behind it
        assertThat(forecast.predicted()).isEqualTo(61);
        assertThat(forecast.parts()).extracting(CriticalPath.Part::what).doesNotContain("track");
    }

    @Test
    void theJournalRunsInNoStageAndIsLeftOut()
    {
        final Molecule journaled = JournalPacket.addTo(chain.toBuilder()).metallic("Journal", "parse").build();

        assertThat(Subject.of(journaled, CostModel.declared(chain.structure(), HOST)).structure())
            .isEqualTo(chain.structure());
    }

    @Test
    void participantsThatAPlanRunsOnOneNodeThoughTheyAreKeptApartAreAnError()
    {
        final Molecule voting = chain.toBuilder().packet(Scripted.idle("vote", Element.ELECTION)
            .participants("decide", "track").property(Separation.APART, "true").build()).build();

        assertThat(report(plan(voting, PlanOptions.defaults())).of(Rule.PARTICIPANTS_TOGETHER))
            .extracting(Finding::message).containsExactly(
                "decide, track are kept apart, but the plan runs them on node df");
        assertThat(report(plan(voting, PlanOptions.defaults().withPlacement("track", "other")))
            .of(Rule.PARTICIPANTS_TOGETHER)).isEmpty();
    }

    @Test
    void theReportOfAPlanShowsTheFigureOfThePlan()
    {
        final AnalysisReport report = report(plan(chain, apart()));

        assertThat(report.isSound()).isTrue();
        assertThat(report.toString()).contains("Latency budget of plan in ns", "acyclic under the plan");
        assertThat(report.of(Rule.TARGET_FORECAST)).extracting(Finding::message).containsExactly(
            "tick_to_trade P99 < 200 ns: plan predicts 180 ns, met by 20 ns");
    }

    private static PlanOptions apart()
    {
        return PlanOptions.defaults().withGrouping(Grouping.UNFUSED).withNodes(NodePolicy.NODE_PER_GROUP);
    }

    private static ReactorPlan plan(final Molecule molecule, final PlanOptions options)
    {
        return ReactorPlanner.plan(molecule, options, CpuTopology.ofProcessors(8, "a test"));
    }

    private static CpuTopology twoSockets()
    {
        return CpuTopology.of(IntStream.range(0, 16).mapToObj(id ->
            new Cpu(id, id / 8, id, id / 8, id / 8, CpuSet.of(id), true, false)).toList(),
            CpuSet.of(IntStream.range(0, 16)), "a test");
    }

    private static DeploymentPerformance planned(final ReactorPlan plan)
    {
        return report(plan).results().orElseThrow().performance().planned().orElseThrow();
    }

    private static AnalysisReport report(final ReactorPlan plan)
    {
        return AnalysisReport.of(Subject.of(plan, CostModel.declared(plan.molecule().structure(), HOST)));
    }
}
