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
package io.packetflow.engine.language.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetflow.engine.language.fixture.Programs;

import org.junit.jupiter.api.Test;

class RecoveryTest
{
    @Test
    void shouldReportAllErrorsOfAFileAndBuildWhatIsSound()
    {
        final ParsedSource parsed = Programs.parse("""
            packet A { :df :tr }
            molecule M { composition: [A, B }
            packet B { :df, :tr }
            def f(a { a }
            packet C { :df, :tr, base_time: }
            packet D { :df, :tr }
            """);

        assertThat(Programs.diagnose("""
            packet A { :df :tr }
            molecule M { composition: [A, B }
            packet B { :df, :tr }
            def f(a { a }
            packet C { :df, :tr, base_time: }
            packet D { :df, :tr }
            """)).containsExactly(
            "test.pf:1:15: error PF1102: ',' is missing",
            "test.pf:2:27: error PF1104: '[' is not closed",
            "test.pf:4:6: error PF1104: '(' is not closed",
            "test.pf:5:33: error PF1101: unexpected '}'");
        assertThat(parsed.damaged()).containsExactlyInAnyOrder("A", "C", "f");
        assertThat(parsed.isSound()).isFalse();
        assertThat(parsed.tree().items()).hasSize(3);
    }

    @Test
    void shouldCloseWhatIsOpenBeforeTheNextDefinition()
    {
        assertThat(Programs.diagnose("""
            molecule M {
              composition: [
                A,
            packet A { :df, :tr }
            packet B { :dff, :tr }
            """)).containsExactly(
            "test.pf:1:12: error PF1104: '{' is not closed",
            "test.pf:2:16: error PF1104: '[' is not closed",
            "test.pf:5:12: error PF2101: there is no periodic group :dff");
    }

    @Test
    void shouldKnowTheNameOfADamagedPacket()
    {
        assertThat(Programs.diagnose("""
            packet A { :df, :tr, x: }
            molecule M { composition: [A] }
            """)).hasSize(1);
    }

    @Test
    void shouldSkipTheRestOfADefinitionThatItGaveUp()
    {
        assertThat(Programs.diagnose("""
            packet A { :df, :tr, payload: %{a: :int8 b: :int8} }
            reactor R { nodes: [node { :df }], routing_policies: [] }
            defmodule M {
              packet B { df, :tr, x: [1], y: {2} }
              packet C { :dff, :tr }
            }
            foo
            """)).containsExactly(
            "test.pf:1:42: error PF1101: unexpected 'b'",
            "test.pf:2:26: error PF1101: unexpected '{'",
            "test.pf:4:14: error PF1101: unexpected 'df'",
            "test.pf:5:14: error PF2101: there is no periodic group :dff",
            "test.pf:7:1: error PF1101: unexpected 'foo'");
    }

    @Test
    void shouldNotBuildADefinitionWithAWordThatItInvented()
    {
        assertThat(Programs.diagnose("def f(x) { x.1 }\n"))
            .containsExactly("test.pf:1:14: error PF1102: a key is missing");
        assertThat(Programs.parse("def f(x) { x.1 }\n").damaged()).containsExactly("f");
    }

    @Test
    void shouldExplainAKeyWithoutASpace()
    {
        assertThat(Programs.render("packet A { :df, :tr, side:left }\n")).isEqualTo("""
            test.pf:1:26: error PF1102: ':' is missing
              1 | packet A { :df, :tr, side:left }
                |                          ^
                = expected ':'
                = found ':left'
                = put a space behind the colon of a key: side: left
            """);
    }
}
