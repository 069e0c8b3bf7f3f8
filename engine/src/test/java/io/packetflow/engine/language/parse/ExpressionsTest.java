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
import io.packetflow.engine.language.fixture.TreeText;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Expression;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest
{
    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "a + b * c ~ a + (b * c)",
        "a - b - c ~ (a - b) - c",
        "a * -b ~ a * (-b)",
        "not a == b ~ not (a == b)",
        "not a and b ~ (not a) and b",
        "a and b or c and d ~ (a and b) or (c and d)",
        "a < b == c < d ~ (a < b) == (c < d)",
        "a + 1 |> f() ~ (a + 1) |> f()",
        "a |> f() == b ~ (a |> f()) == b",
        "a |> f() |> g() ~ a |> f() |> g()",
        "f(x)(y).z ~ ((f(x))(y)).z",
        "-f(x) ~ -(f(x))",
        "a % 2 == 0 ~ (a % 2) == 0"
    })
    void shouldBindByPrecedence(final String text, final String meant)
    {
        assertThat(TreeText.of(Programs.expression(text))).isEqualTo(TreeText.of(Programs.expression(meant)));
    }

    @Test
    void shouldReadMeasuresInTheirBaseUnits()
    {
        assertThat(measure("10ms")).isEqualTo(10_000_000);
        assertThat(measure("1.5us")).isEqualTo(1_500);
        assertThat(measure("2\u00B5s")).isEqualTo(2_000);
        assertThat(measure("2\u03BCs")).isEqualTo(2_000);
        assertThat(measure("64KB")).isEqualTo(65_536);
        assertThat(measure("1M/s")).isEqualTo(1_000_000);
        assertThat(measure("100/s")).isEqualTo(100);
        assertThat(Programs.expression("100 / s")).isInstanceOf(Expression.Binary.class);
        assertThat(Programs.expression("100/size")).isInstanceOf(Expression.Binary.class);
    }

    private static long measure(final String text)
    {
        return ((Expression.Measure)Programs.expression(text)).value().longValueExact();
    }

    @Test
    void shouldBeginAStatementWhereALineBeginsWithMinusOrParenthesis()
    {
        final Definition.Function function = (Definition.Function)Programs.parseSound("""
            def f(a, b) {
              a
              -b
              (a + b)
              g(a
                - b)
            }
            """).tree().items().get(0);

        assertThat(function.body().statements()).hasSize(4);
    }

    @Test
    void shouldTellABlockFromATupleBehindAnArrow()
    {
        final Expression.Choice choice = (Expression.Choice)Programs.expression("""
            case a {
                1 -> {:ok, a}
                2 -> { f(a, a) }
                3 -> {}
                _ -> ({a})
              }""");

        assertThat(choice.clauses()).extracting(clause -> clause.body().getClass().getSimpleName())
            .containsExactly("Value", "Steps", "Value", "Value");
    }

    @Test
    void shouldReadEscapes()
    {
        assertThat(((Expression.Text)Programs.expression("\"a\\\"\\\\\\n\\u{3BC}\"")).value())
            .isEqualTo("a\"\\\n\u03BC");
    }

    @Test
    void shouldLetWordsBeNamesWhereTheyMeanNothing()
    {
        Programs.parseSound("""
            def on(packet, quote, node) { quote.price + packet.import }
            packet packet { :df, :tr, when: 1, if: 2 }
            """);
    }
}
