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
package io.packetflow.engine.language.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;

import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.engine.language.fixture.Programs;

import org.junit.jupiter.api.Test;

class InputLinesTest
{
    private static final List<CheckedInput> INPUTS = Programs.check("""
        packet A { :df, :tr }
        molecule M {
          inputs: %{
            order: %{price: :price_e4, quantity: :quantity, symbol: {:bytes, 8}},
            message: {:bytes, 12},
            flush: %{},
            small: %{a: :int8, b: :uint8, c: :int16, d: :uint16, e: :uint32, f: :uint64, g: :timestamp_nanos}
          },
          composition: [A]
        }
        """).declaredMolecules().get(0).inputs();

    private static InputTable read(final String text) throws IOException, InputFormatException
    {
        return InputLines.read("in", new BufferedReader(new StringReader(text)), INPUTS);
    }

    private static void assertRefused(final String text, final String... problems)
    {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InputFormatException.class)
            .hasMessage(String.join(System.lineSeparator(), problems));
    }

    @Test
    void shouldReadKindsFieldsTimesAndComments() throws Exception
    {
        final InputTable table = read("""
            # three instances
            order quantity=100 symbol=AAPL price=12.5   # fields in any order

              @5000 order price=-1.0001 quantity=2147483647 symbol="A B"
            message bytes=0x0a0b
            flush
            """);

        assertThat(table.count()).isEqualTo(4);
        assertThat(table.strideWords()).isEqualTo(2 + 4);
        assertThat(instance(table, 0)).startsWith(24L << 32 | 8, 1_000L, 125_000L, symbol("AAPL    "), 100L);
        assertThat(instance(table, 1))
            .startsWith(24L << 32 | 8, 5_000L, -10_001L, symbol("A B     "), 2_147_483_647L);
        assertThat(instance(table, 2)).startsWith(2L << 32 | 9, 6_000L, 0x0b0aL, 0L);
        assertThat(instance(table, 3)).startsWith(10L, 7_000L, 0L);
        assertThat(table.spanNanos()).isEqualTo(7_000);
    }

    private static long[] instance(final InputTable table, final int index)
    {
        final long[] words = new long[table.strideWords()];
        System.arraycopy(table.words(), index * words.length, words, 0, words.length);
        return words;
    }

    private static long symbol(final String text)
    {
        long word = 0;
        for (int i = text.length() - 1; i >= 0; i--)
        {
            word = word << Byte.SIZE | text.charAt(i);
        }
        return word;
    }

    @Test
    void shouldNameLineAndColumnOfEachMistake()
    {
        assertRefused("""
            ordr price=1
            order price=12.34567 quantity=-1 symbol=TOOLONGER
            order price=1 quantity=1
            order price=1 quantity=1 symbol=A pric=2 price=3
            @10 flush
            @5 flush
            flush now
            message text=a
            message bytes=0x123
            order word
            """,
            "in:1:1: there is no kind 'ordr'; did you mean 'order'?",
            "in:2:7: '12.34567' is no price; write one such as 12.3456",
            "in:2:22: '-1' is no whole number from 0 to 2147483647",
            "in:2:34: 'TOOLONGER' has 9 bytes, and there is room for 8",
            "in:3:1: the instance has no symbol",
            "in:4:35: there is no field 'pric'; did you mean 'price'?",
            "in:4:42: the field price is given twice",
            "in:6:1: '@5' is no time in nanoseconds from 10 on, where the instance before it stands",
            "in:7:7: 'now' is no field; write name=value",
            "in:8:9: the kind message has no field 'text'; write bytes=0x and hexadecimal digits",
            "in:9:9: '0x123' has no pairs of hexadecimal digits behind 0x",
            "in:10:7: 'word' is no field; write name=value",
            "in:10:1: the instance has no price, no symbol, no quantity");
    }

    @Test
    void shouldHoldNumbersToTheirTypes() throws Exception
    {
        assertThat(read("small a=-128 b=255 c=-32768 d=65535 e=4294967295 f=18446744073709551615 g=-1").count())
            .isEqualTo(1);
        assertRefused("small a=128 b=256 c=32768 d=-1 e=4294967296 f=18446744073709551616 g=x",
            "in:1:7: '128' is no whole number from -128 to 127",
            "in:1:13: '256' is no whole number from 0 to 255",
            "in:1:19: '32768' is no whole number from -32768 to 32767",
            "in:1:27: '-1' is no whole number from 0 to 65535",
            "in:1:32: '4294967296' is no whole number from 0 to 4294967295",
            "in:1:45: '18446744073709551616' is no whole number from 0 to 18446744073709551615",
            "in:1:68: 'x' is no whole number from -9223372036854775808 to 9223372036854775807");
    }

    @Test
    void shouldStopAfterTwentyMistakes()
    {
        assertThatThrownBy(() -> read("nothing\n".repeat(30))).message().hasLineCount(20);
    }

    @Test
    void shouldGenerateTheSameInstancesFromTheSameSeed()
    {
        final InputTable table = InputGenerator.generate(INPUTS, 1_000, 7);

        assertThat(table.count()).isEqualTo(1_000);
        assertThat(table.words()).isEqualTo(InputGenerator.generate(INPUTS, 1_000, 7).words())
            .isNotEqualTo(InputGenerator.generate(INPUTS, 1_000, 8).words());
    }
}
