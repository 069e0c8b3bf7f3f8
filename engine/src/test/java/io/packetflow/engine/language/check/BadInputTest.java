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
package io.packetflow.engine.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticText;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.language.judge.TargetJudge;

import org.junit.jupiter.api.Test;

/** What people get wrong, and the words in which they are told. */
class BadInputTest
{
    @Test
    void shouldShowTheCycleOfIonicBonds()
    {
        assertShown("""
            packet A { :df, :tr }
            packet B { :df, :tr }
            packet C { :df, :tr }
            molecule M {
              composition: [A, B, C],
              bonds: [{A, B, :ionic}, {B, C, :ionic}, {C, A, :ionic}]
            }
            """, """
            test.pf:6:11: error PF2209: ionic bonds form a cycle: A -> B -> C -> A
              6 |   bonds: [{A, B, :ionic}, {B, C, :ionic}, {C, A, :ionic}]
                |           ^^^^^^^^^^^^^^
                = take one of these bonds away
                = rule: ionic: the second packet starts when the first is complete
            """);
    }

    @Test
    void shouldRefuseABondOfAPacketWithItself()
    {
        assertShown("""
            packet A { :df, :tr }
            molecule M { composition: [A], bonds: [{A, A, :vdw}] }
            """, """
            test.pf:2:40: error PF2207: packet A is bonded to itself
              2 | molecule M { composition: [A], bonds: [{A, A, :vdw}] }
                |                                        ^^^^^^^^^^^^
                = expected two packets
            """);
    }

    @Test
    void shouldNameTheElementsOfTheGroup()
    {
        assertShown("packet A { :df, :trns }\n", """
            test.pf:1:17: error PF2102: there is no element :trns
              1 | packet A { :df, :trns }
                |                 ^^^^^
                = expected one of :pr :cs :tr :ag
            """);
    }

    @Test
    void shouldShowWhereTheOtherDefinitionOfANameIs()
    {
        assertShown("packet A { :df, :tr }\npacket A { :cf, :br }\n", """
            test.pf:2:8: error PF2002: a second packet is called A
              2 | packet A { :cf, :br }
                |        ^
                = expected a name of its own
                = found the first one in test.pf:1
            """);
    }

    @Test
    void shouldAskForTheTriggerOfAnEventDrivenPacket()
    {
        assertShown("packet A { :ed, :sg }\n", """
            test.pf:1:8: error PF2104: packet A (ED:sg) is event driven and declares no trigger
              1 | packet A { :ed, :sg }
                |        ^
                = add trigger: on(:kind)
                = rule: Event Driven packets are reactive: every packet has a trigger that activates it
            """);
    }

    @Test
    void shouldAskForASecondParticipant()
    {
        assertShown("packet A { :df, :tr }\npacket B { :co, :ga, participants: [A] }\n", """
            test.pf:2:8: error PF2105: packet B (CO:ga) is collective and names 1 participant(s)
              2 | packet B { :co, :ga, participants: [A] }
                |        ^
                = add participants: [A, B]
                = rule: Collective packets are multi-party: every packet names at least two participants
            """);
    }

    @Test
    void shouldShowTheCycleOfResourcesThatNoPlacementRemoves()
    {
        final List<Diagnostic> found = Programs.check("""
            packet A { :df, :tr, resources: [:orders, :limits] }
            packet B { :df, :tr, resources: [:limits, :orders] }
            packet Vote { :co, :el, participants: [A, B], apart: true }
            molecule M { composition: [A, B, Vote] }
            """).diagnostics();

        assertThat(new DiagnosticText(false).render(found.get(0))).isEqualTo("""
            test.pf:4:10: error PF2217: every placement of M can deadlock: \
            orders (held by A) -> limits (held by B) -> orders, as A and B participate in what keeps them apart
              4 | molecule M { composition: [A, B, Vote] }
                |          ^
                = let its packets name their resources in one order, or give each its own
                = rule: a resource graph without cycles has no deadlocks (theorem 6.3)
            """);
        assertThat(found).extracting(diagnostic -> diagnostic.code().toString())
            .containsExactly("PF2217", "PF2213", "PF2213");
    }

    @Test
    void shouldShowTheSumOfATargetThatNoPlanCanKeep()
    {
        final CheckedProgram program = Programs.check("""
            packet A { :df, :tr, base_time: 40ns }
            packet B { :df, :tr, base_time: 30ns }
            molecule M {
              composition: [A, B],
              bonds: [{A, B, :ionic}],
              properties: %{tick_to_trade: "< 50ns"}
            }
            """);
        assertThat(program.diagnostics()).isEmpty();

        final List<Diagnostic> found = TargetJudge.judge(program, HostCosts.ASSUMED);

        assertThat(found).hasSize(1);
        assertThat(new DiagnosticText(false).render(found.get(0))).isEqualTo("""
            test.pf:6:32: error PF2218: tick_to_trade P99 < 50 ns is out of reach of every plan
              6 |   properties: %{tick_to_trade: "< 50ns"}
                |                                ^^^^^^^^
                = found ingress 12 + work of A > B 70 + 1 steps of 1 = 83 ns
                = lower one of these costs, or the target
            """);
    }

    @Test
    void shouldRefuseHandlersThatAreNoClassNames()
    {
        assertShown("packet A { :df, :tr, handler: \"../../lib/Evil\" }\n", """
            test.pf:1:31: error PF2109: '../../lib/Evil' is no class name
              1 | packet A { :df, :tr, handler: "../../lib/Evil" }
                |                               ^^^^^^^^^^^^^^^^
                = expected the full name of a Java class in a package, such as "com.example.BookHandler"
            """);
    }

    private static void assertShown(final String program, final String shown)
    {
        assertThat(Programs.render(program)).isEqualTo(shown);
    }
}
