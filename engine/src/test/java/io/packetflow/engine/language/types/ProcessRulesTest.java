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

import io.packetflow.engine.language.fixture.Programs;

import org.junit.jupiter.api.Test;

class ProcessRulesTest
{
    private static final String MOLECULE = """
        molecule M {
          inputs: %{order: %{n: :int64}, news: %{n: :int64, m: :int64}},
          composition: [A, B],
          bonds: [{A, B, :ionic}]
        }
        packet A { :df, :tr, payload: %{a: :int64}, trigger: on(:order), process: first(input) }
        def first(input) { %{a: input.n} }
        def second(before) { %{b: before.a} }
        """;

    @Test
    void shouldReadOnlyWhatIsWrittenForEachInstance()
    {
        assertThat(Programs.render(MOLECULE + """
            packet B { :df, :tr, payload: %{b: :int64}, trigger: on(:order, :news), process: second(A) }
            """)).contains("PF3010: packet B fires for kinds for which A does not", "expected kinds among :order",
            "found :news, :order", "trigger: on(:order)");
        assertThat(Programs.diagnose(MOLECULE + """
            packet B { :df, :tr, payload: %{b: :int64}, process: second(A) }
            """)).isEmpty();
    }

    @Test
    void shouldReadOnlyWhatAllKindsHave()
    {
        assertThat(Programs.render(MOLECULE + """
            packet B { :df, :tr, payload: %{b: :int64}, trigger: on(:order, :news), process: third(input) }
            def third(input) { %{b: input.n + input.m} }
            """)).contains("PF3004: there is no field m", "expected one of n", "did you mean 'n'?");
    }

    @Test
    void shouldTypeTheConditionOfATrigger()
    {
        assertThat(Programs.diagnose(MOLECULE + """
            packet B { :df, :tr, payload: %{b: :int64}, trigger: A.b > 3 and limit, process: second(A) }
            """)).containsExactly(
            "test.pf:9:56: error PF3004: there is no field b",
            "test.pf:9:66: error PF3001: limit stands for nothing here");
        assertThat(Programs.diagnose(MOLECULE + """
            packet B { :df, :tr, payload: %{b: :int64}, trigger: C.c > 3, process: second(A) }
            packet C { :df, :tr, payload: %{c: :int64} }
            """)).containsExactly("test.pf:9:54: error PF3010: C is not known to come before B");
    }

    @Test
    void shouldSayWhichFieldDoesNotTakeItsValue()
    {
        assertThat(Programs.render(MOLECULE + """
            packet B { :df, :tr, payload: %{b: :price_e4}, process: amount(A) }
            def amount(before) { %{b: before.a * 0.12345} }
            """)).contains("PF3011: field b of packet B does not take this value", "expected price",
            "found decimal with 5 digits");
        assertThat(Programs.render(MOLECULE + """
            packet B { :df, :tr, payload: %{b: :int64, c: :int64}, process: second(A) }
            """)).contains("the payload of packet B lacks c");
    }

    @Test
    void shouldTypePacketsOfNoMolecule()
    {
        assertThat(Programs.diagnose("""
            packet A { :df, :tr, payload: %{a: :price_e4}, process: none() }
            packet B { :df, :tr, payload: %{b: :int64}, process: second(A) }
            def none() { %{a: 0} }
            def second(before) { %{b: before.a} }
            """)).containsExactly("test.pf:2:54: error PF3011: field b of packet B does not take this value");
    }

    @Test
    void shouldNotFollowErrorsThatAreToldAlready()
    {
        assertThat(Programs.diagnose(MOLECULE + """
            packet B { :df, :tr, payload: %{b: :int64}, process: broken(A) }
            def broken(before + 1) { %{b: before.a} }
            """)).singleElement().asString().contains("PF1105");
    }
}
