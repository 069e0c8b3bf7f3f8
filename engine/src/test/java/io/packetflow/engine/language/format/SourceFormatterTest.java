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
package io.packetflow.engine.language.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetflow.engine.language.fixture.Programs;

import org.junit.jupiter.api.Test;

class SourceFormatterTest
{
    @Test
    void shouldAlignTrailingCommentsAndKeepSingleEmptyLines()
    {
        assertThat(format("""
            # Head


            molecule   M{ composition : [A,# first
             LongName ,   # second
            B # third
            # last
            ],


            properties:%{x:1,y : "z"} # tail
            } # end
            # bye
            """)).isEqualTo("""
            # Head

            molecule M {
              composition: [
                A,         # first
                LongName,  # second
                B          # third
                # last
              ],

              properties: %{x: 1, y: "z"}  # tail
            }  # end

            # bye
            """.replace("}  # end\n\n", "}  # end\n"));
    }

    @Test
    void shouldBreakWhatIsTooWideAndWhatItsAuthorBroke()
    {
        assertThat(format("""
            packet Wide { :df, :tr,  payload: %{price: :price_e4, quantity: :quantity, symbol: {:bytes, 8}, \
            side: :uint8} }
            packet Broken { :df, :tr, list: [
              1, 2] }
            packet Flat { : df ,:tr,}
            """)).isEqualTo("""
            packet Wide {
              :df, :tr,
              payload: %{price: :price_e4, quantity: :quantity, symbol: {:bytes, 8}, side: :uint8}
            }

            packet Broken {
              :df, :tr,
              list: [
                1,
                2
              ]
            }

            packet Flat { :df, :tr }
            """);
    }

    @Test
    void shouldWriteFunctionsOneStatementALine()
    {
        assertThat(format("""
            def f(a,{b,_},[h|t],%{k: v}) when a>0 and(not b) { c=a+b*(2-1); if c==1{c}else{-c} }
            def g(x) { case x { 1 when y -> {:one,x}; _ -> { a = 1 ; a } } }
            """)).isEqualTo("""
            def f(a, {b, _}, [h | t], %{k: v}) when a > 0 and not b {
              c = a + b * (2 - 1)
              if c == 1 {
                c
              } else {
                -c
              }
            }

            def g(x) {
              case x {
                1 when y -> {:one, x}
                _ -> {
                  a = 1
                  a
                }
              }
            }
            """);
    }

    @Test
    void shouldNotLoseCommentsFromPlacesThatHaveNone()
    {
        final String formatted = format("""
            def f(a # one
            ) { # two
              a + # three
              b # four
            } # five
            """);

        assertThat(formatted).contains("# one", "# two", "# three", "# four", "# five");
        assertThat(format(formatted)).isEqualTo(formatted);
    }

    @Test
    void shouldRefuseASourceWithErrors()
    {
        assertThatThrownBy(() -> SourceFormatter.format(Programs.parse("packet A {")))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("without errors");
    }

    private static String format(final String text)
    {
        return SourceFormatter.format(Programs.parseSound(text));
    }
}
