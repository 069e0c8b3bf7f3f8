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

import static io.packetflow.engine.fixture.AnalysisStructures.covalent;
import static io.packetflow.engine.fixture.AnalysisStructures.ionic;
import static io.packetflow.engine.fixture.AnalysisStructures.plain;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.packetflow.engine.analysis.fault.ByzantineBound;
import io.packetflow.engine.analysis.resource.Separation;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.fixture.AnalysisStructures;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

class AnalysisReportTest
{
    private static final Constituent A = Constituent.of("a", Element.TRANSFORM);
    private static final Constituent B = Constituent.of("b", Element.TRANSFORM);

    @Test
    void aBrokenStructureIsNotAnalysedFurtherAndSaysWhy()
    {
        final AnalysisReport cyclic = report(plain("a b", ionic("a", "b"), ionic("b", "a")));

        assertThat(cyclic.results()).isEmpty();
        assertThat(cyclic.isSound()).isFalse();
        assertThat(cyclic.findings()).containsExactly(new Finding(Severity.ERROR, Rule.IONIC_CYCLE, List.of("b", "a"),
            "ionic bonds form a cycle, so none of its packets could ever start: a -> b -> a",
            "remove one of these bonds"));
        assertThat(rules(structure(Map.of(), List.of()))).containsExactly("error no-packets");
        assertThat(rules(structure(Map.of(), List.of(), A, A))).containsExactly("error packet-twice");
    }

    @Test
    void aBondWithoutTwoPacketsIsAnErrorAndTheRestIsAnalysed()
    {
        final AnalysisReport report = report(plain("a b", ionic("a", "b"), ionic("a", "c"), ionic("b", "b")));

        assertThat(report.of(Rule.BOND_ENDS)).extracting(Finding::message).containsExactly(
            "the bond a -> c (ionic) does not join two packets of M",
            "the bond b -> b (ionic) does not join two packets of M");
        assertThat(report.results()).isPresent();
    }

    @Test
    void metallicBondsContradictingTheOrderAreErrors()
    {
        assertThat(rules(plain("a b c", ionic("a", "b"), ionic("b", "c"),
            new Bond("c", "a", BondType.METALLIC, "", false)))).contains("error metallic-ordered");
    }

    @Test
    void aDeadlockIsAWarningWhileAPlacementRemovesItAndAnErrorWhereNoneDoes()
    {
        final MolecularStructure structure = structure(Map.of(), List.of(), A.using("r", "s"), B.using("s", "r"));
        final Subject subject = Subject.of(structure, CostModel.declared(structure, HostCosts.ASSUMED));

        assertThat(AnalysisReport.of(subject).of(Rule.RESOURCE_DEADLOCK)).extracting(Finding::toString)
            .containsExactly("warning [resource-deadlock] packets on different nodes can deadlock: " +
            "r (held by a) -> s (held by b) -> r; run as one node: a with b");
        assertThat(AnalysisReport.of(subject.placedByHand(Map.of("a", "x", "b", "y"))).of(Rule.RESOURCE_DEADLOCK))
            .extracting(Finding::toString).containsExactly("error [resource-deadlock] every placement can deadlock: " +
                "r (held by a) -> s (held by b) -> r, as a is placed by hand on x, b on y; " +
                "let its packets acquire their resources in one order, or place two of them together");
    }

    @Test
    void aConflictIsAWarningWhileAPlanMayRunBothOnOneNode()
    {
        final MolecularStructure free = structure(Map.of(), List.of(), A.using("r"), B.using("r"));
        final MolecularStructure bonded =
            structure(Map.of(), List.of(covalent("a", "b", "r")), A.using("r"), B.using("r"));

        assertThat(report(free).of(Rule.RESOURCE_CONFLICT)).extracting(Finding::severity)
            .containsExactly(Severity.WARNING);
        assertThat(report(bonded).of(Rule.RESOURCE_CONFLICT)).isEmpty();
    }

    @Test
    void targetsAreMetMissedOutOfReachUnmeasuredOrUnreadable()
    {
        final Constituent slow = A.with("base_time", "200ns");

        assertThat(rules(structure(Map.of("tick_to_trade", "< 1us"), List.of(), slow)))
            .contains("note target-forecast");
        assertThat(rules(structure(Map.of("tick_to_trade", "< 210ns"), List.of(), slow)))
            .contains("error target-unattainable");
        // Nobody said what b takes, so that is no reason to call the target out of reach.
        assertThat(rules(structure(Map.of("tick_to_trade", "< 220ns"), List.of(ionic("a", "b")), slow, B)))
            .contains("warning target-forecast");
        assertThat(rules(structure(Map.of("risk_check_latency", "< 100ns"), List.of(), slow)))
            .contains("note target-unmeasured");
        assertThat(rules(structure(Map.of("tick_to_trade", "fast"), List.of(), slow)))
            .contains("error target-unreadable");
    }

    @Test
    void aMissedTargetNamesWhatMakesIt()
    {
        final MolecularStructure structure = structure(Map.of("tick_to_trade", "< 220ns"), List.of(ionic("a", "b")),
            A.with("base_time", "200ns"), B);

        // 12 ingress + 200 + 1 call + 25
        assertThat(report(structure).of(Rule.TARGET_FORECAST)).extracting(Finding::message).containsExactly(
            "tick_to_trade P99 < 220 ns: fused predicts 238 ns, missed by 18 ns; " +
            "most of it is a 200 ns, b 25 ns, ingress 12 ns, a > b 1 ns");
    }

    @Test
    void aRateAboveTheBottleneckIsAWarning()
    {
        // One packet of 200 ns takes 5 M/s at most, less what its node does besides.
        assertThat(rules(structure(Map.of("rate", "5M/s"), List.of(), A.with("base_time", "200ns"))))
            .contains("warning rate-bound");
        assertThat(rules(structure(Map.of("rate", "4M/s"), List.of(), A.with("base_time", "200ns"))))
            .doesNotContain("warning rate-bound");
    }

    @Test
    void aConsensusWithoutEnoughMembersSaysHowManyLack()
    {
        final Constituent vote = new Constituent("vote", Element.ELECTION, "", 0, List.of(), List.of("a", "b"),
            Map.of(ByzantineBound.PROPERTY, "1", Separation.APART, "true"));

        assertThat(report(structure(Map.of(), List.of(), vote, A, B)).of(Rule.BYZANTINE_BOUND))
            .extracting(Finding::toString).containsExactly("error [byzantine-bound] vote wants to tolerate f = 1 " +
                "faulty members and has n = 2; n >= 3f + 1 = 4 are needed; add 2, or lower byzantine_faults");
    }

    @Test
    void aBrokenContractIsAnError()
    {
        assertThat(report(structure(Map.of(), List.of(ionic("a", "b")), A.with("ensures", "price >= 0"),
            B.with("requires", "price > 0"))).of(Rule.CONTRACT_IMPLICATION)).extracting(Finding::toString)
            .containsExactly("error [contract-implication] b requires price >= 1, but a ensures only price >= 0; " +
            "promise price >= 1 there, or require less");
    }

    @Test
    void theWorstComesFirst()
    {
        final List<Severity> severities = report(structure(Map.of("tick_to_trade", "fast", "rate", "1G/s"), List.of(),
            A.using("r"), B.using("r").with("requires", "x > 0"))).findings().stream().map(Finding::severity).toList();

        assertThat(severities).isSorted().contains(Severity.ERROR, Severity.WARNING, Severity.NOTE);
    }

    @Test
    void theTextHoldsEveryFigureWithItsWorking()
    {
        final MolecularStructure structure = structure(Map.of("tick_to_trade", "< 100ns"), List.of(ionic("a", "b")),
            A.with("base_time", "40ns").with("ensures", "price > 0"), B.using("book"));

        assertThat(report(structure)).hasToString("""
            Molecule M: 2 packets, 1 bonds; 0 errors, 0 warnings, 2 notes
              note [target-forecast] tick_to_trade P99 < 100 ns: fused predicts 78 ns, met by 22 ns
              note [single-point-of-failure] nothing passes where a fails

            Causal order
              packet  ns  cost      after  one stage with
              ------  --  --------  -----  --------------
              a       40  declared  -      -
              b       25  assumed   a      -

            Resources: acyclic under every unit on a node of its own

            Execution time and throughput (host costs: assumed; not measured on this host)
              deployment   ns  work  def. 6.4  at least  at most  instances/s  bound by
              ----------  ---  ----  --------  --------  -------  -----------  ----------
              fused        78    65        78        40       93   11,904,762  node fused
              ideal       217    65       217        40      232   17,241,379  node a
              nodes: 1: at most 11,904,762/s; 2: at most 20,000,000/s; 4: at most 20,000,000/s; \
            8: at most 20,000,000/s; any number: 20,000,000/s

            Latency budget of fused in ns: ingress 12, then
              stage  node   step  queue  start  work  calls  end  critical  packets
              -----  -----  ----  -----  -----  ----  -----  ---  --------  -------
                  0  fused     0      0     12    65      1   78  yes       a -> b
              critical: ingress 12 + a 40 + a > b 1 + b 25 = 78

            Resilience: 0 packet(s) may fail, whichever; a smallest cut is a

            Contracts: the input must meet nothing; left behind is price >= 1
            """);
    }

    @Test
    void equalStructuresGiveEqualTexts()
    {
        for (int seed = 0; seed < AnalysisStructures.CASES / 10; seed++)
        {
            final MolecularStructure structure = AnalysisStructures.withResources(new Random(seed));
            final MolecularStructure same = AnalysisStructures.withResources(new Random(seed));

            assertThat(report(structure).toString()).as("seed %d", seed).isEqualTo(report(same).toString());
            assertThat(report(structure).findings()).isEqualTo(report(same).findings());
        }
    }

    /** 500 packets in 50 layers, each waiting for three of the layer before, with a tangle of resources on top. */
    @Test
    void aStructureOf500PacketsIsAnalysedAsAWhole()
    {
        final Random random = new Random(1);
        final List<Constituent> packets = new ArrayList<>();
        final List<Bond> bonds = new ArrayList<>();
        for (int i = 0; i < 500; i++)
        {
            packets.add(Constituent.of("p" + i, Element.TRANSFORM)
                .using("r" + random.nextInt(300), "s" + random.nextInt(300), "r" + random.nextInt(300)));
            for (int bond = 0; bond < 3 && i >= 10; bond++)
            {
                bonds.add(ionic("p" + ((i / 10 - 1) * 10 + random.nextInt(10)), "p" + i));
            }
        }
        final AnalysisReport report = report(new MolecularStructure("Large", packets, bonds, new LinkedHashMap<>()));

        assertThat(report.results()).isPresent();
        assertThat(report.of(Rule.RESOURCE_DEADLOCK)).isNotEmpty();
        assertThat(report.toString().lines().count()).isGreaterThan(500);
    }

    private static List<String> rules(final MolecularStructure structure)
    {
        return report(structure).findings().stream().map(finding -> finding.severity() + " " + finding.rule()).toList();
    }

    private static AnalysisReport report(final MolecularStructure structure)
    {
        return AnalysisReport.of(Subject.of(structure, CostModel.declared(structure, HostCosts.ASSUMED)));
    }

    private static MolecularStructure structure(
        final Map<String, String> properties, final List<Bond> bonds, final Constituent... packets)
    {
        return new MolecularStructure("M", List.of(packets), bonds, properties);
    }
}
