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
package io.packetflow.engine.language.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

import org.junit.jupiter.api.Test;

class TypeRulesTest
{
    private static final Type INTEGER = new Type.Numeric(NumberKind.PLAIN, 0);
    private static final Type PRICE = new Type.Numeric(NumberKind.PRICE, 4);
    private static final Type QUANTITY = new Type.Numeric(NumberKind.QUANTITY, 0);

    @Test
    void shouldPutElementsBelowTheirGroupAndGroupsBelowAllPackets()
    {
        final Type element = Type.Packet.of(Element.TRANSFORM);
        final Type group = Type.Packet.of(PeriodicGroup.DF);

        assertThat(Subtyping.isSubtype(element, group)).isTrue();
        assertThat(Subtyping.isSubtype(group, Type.Packet.ANY)).isTrue();
        assertThat(Subtyping.isSubtype(element, Type.Packet.ANY)).isTrue();
        assertThat(Subtyping.isSubtype(group, element)).isFalse();
        assertThat(Subtyping.isSubtype(Type.Packet.ANY, group)).isFalse();
        assertThat(Subtyping.isSubtype(element, Type.Packet.of(PeriodicGroup.CF))).isFalse();
    }

    @Test
    void shouldPutFunctionsBelowThoseThatTakeLessAndGiveMore()
    {
        final Type takesAny = new Type.Function(List.of(Type.Packet.ANY), Type.Packet.of(Element.TRANSFORM));
        final Type takesFew = new Type.Function(List.of(Type.Packet.of(PeriodicGroup.DF)), Type.Packet.ANY);

        assertThat(Subtyping.isSubtype(takesAny, takesFew)).isTrue();
        assertThat(Subtyping.isSubtype(takesFew, takesAny)).isFalse();
    }

    @Test
    void shouldCompareCollectionsPartByPart()
    {
        final Type buy = Type.Atom.of("buy");
        final Type side = new Type.Atom(new TreeSet<>(List.of("buy", "sell")));

        assertThat(Subtyping.isSubtype(new Type.ListOf(buy, 2), new Type.ListOf(side, -1))).isTrue();
        assertThat(Subtyping.isSubtype(new Type.MapOf(buy, buy), new Type.MapOf(side, side))).isTrue();
        assertThat(Subtyping.isSubtype(pair(buy, buy), pair(side, side))).isTrue();
        assertThat(Subtyping.isSubtype(pair(side, buy), pair(buy, buy))).isFalse();
        assertThat(Subtyping.isSubtype(new Type.Fields(Map.of("a", buy, "b", buy), ""),
            new Type.Fields(Map.of("a", side), ""))).isTrue();
        assertThat(Subtyping.isSubtype(buy, new Type.OneOf(List.of(INTEGER, side)))).isTrue();
        assertThat(Subtyping.isSubtype(new Type.OneOf(List.of(INTEGER, side)), side)).isFalse();
    }

    private static Type pair(final Type first, final Type second)
    {
        return new Type.Tuple(List.of(first, second));
    }

    @Test
    void shouldJoinBranchesByTheShapeOfTheirValues()
    {
        final Type ok = new Type.Tuple(List.of(Type.Atom.of("ok"), INTEGER));
        final Type stop = Type.Atom.of("stop");

        assertThat(Joining.join(ok, stop)).hasToString("Optional[{:ok, integer} or :stop]");
        assertThat(Joining.join(stop, Type.Atom.of("go"))).hasToString("Optional[:go | :stop]");
        assertThat(Joining.join(INTEGER, QUANTITY)).contains(QUANTITY);
        assertThat(Joining.join(INTEGER, PRICE)).isEmpty();
        assertThat(Joining.join(Type.NOTHING, PRICE)).contains(PRICE);
        assertThat(Joining.join(ok, new Type.Tuple(List.of(Type.Atom.of("ok"), PRICE)))).isEmpty();
    }

    @Test
    void shouldGiveMoleculesAndReactorsTypes()
    {
        final CheckedProgram program = Programs.check("""
            packet Feed { :df, :tr }
            packet Trader { :cf, :br }
            molecule M { composition: [Feed, Trader], bonds: [{Feed, Trader, :ionic}] }
            reactor R { nodes: [node("df_*") { :dataflow }], routing_policies: [route(:df, :tr) |> load_balance(:cpu)] }
            """);

        final Type.Molecule molecule = ProgramTyping.moleculeType(program, "M").orElseThrow();
        assertThat(molecule.composition()).containsExactly(Map.entry("Feed", Type.Packet.of(Element.TRANSFORM)),
            Map.entry("Trader", Type.Packet.of(Element.BRANCH)));
        assertThat(molecule.bonds()).hasSize(1);
        assertThat(ProgramTyping.moleculeType(program, "N")).isEqualTo(Optional.empty());
        assertThat(ProgramTyping.reactorType(program.reactors().get(0)).policies())
            .containsExactly(Type.Packet.of(Element.TRANSFORM));
    }

    @Test
    void shouldShowWhatWasExpectedAndWhatWasFound()
    {
        assertThat(Programs.render("def f(a) { if 5 { a } else { 1 } }\n")).isEqualTo("""
            test.pf:1:15: error PF3002: a condition is no boolean
              1 | def f(a) { if 5 { a } else { 1 } }
                |               ^
                = expected a boolean
                = found integer
            """);
        assertThat(Programs.render("def notional(price, quantity) { prise * quantity }\n"))
            .contains("PF3001: prise stands for nothing here").contains("did you mean 'price'?");
        assertThat(Programs.render("def late(since) { 5 + 10ms }\n"))
            .contains("a number and a duration do not go together with +")
            .contains("write the plain number with a unit, such as 5ns, or duration(x)");
    }

    @Test
    void shouldLeaveOpenWhatOnlyACallerKnows()
    {
        assertThat(Programs.diagnose("""
            packet Limit { :ed, :th, trigger: notional > limit }
            def describe(quote) {
              spread = quote.ask - quote.bid
              {low, high} = limits(quote)
              if spread > high { :wide } else if spread < low { :narrow } else { log(quote) }
            }
            def loop(n) { if n > 0 { loop(n - 1) } }
            def first([head | _]) { head }
            def later(f, x) { f.apply(x) |> trace() }
            """)).isEmpty();
    }
}
