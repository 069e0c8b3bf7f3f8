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
package io.packetflow.layout.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class PriceE4TextTest
{
    private static final long SEED = 0xE4L;

    @Test
    void shouldParseExactly()
    {
        assertThat(PriceE4Text.parse("0")).isZero();
        assertThat(PriceE4Text.parse("-0.0")).isZero();
        assertThat(PriceE4Text.parse("12")).isEqualTo(120_000);
        assertThat(PriceE4Text.parse("12.3")).isEqualTo(123_000);
        assertThat(PriceE4Text.parse("-12.3450")).isEqualTo(-123_450);
        assertThat(PriceE4Text.parse("0.0001")).isEqualTo(1);
        assertThat(PriceE4Text.parse("1.23450000")).as("zeros behind the fourth decimal").isEqualTo(12_345);
        assertThat(PriceE4Text.parse("000000000000000000000000001")).isEqualTo(10_000);
        assertThat(PriceE4Text.parse("922337203685477.5807")).isEqualTo(Long.MAX_VALUE);
        assertThat(PriceE4Text.parse("-922337203685477.5807")).isEqualTo(-Long.MAX_VALUE);
    }

    @Test
    void shouldRefuseWhatIsNoPrice()
    {
        assertRefused("", "expected digits, a point and up to four digits, stopped at index 0");
        assertRefused("-", "expected digits, a point and up to four digits, stopped at index 1");
        assertRefused(".5", "expected digits, a point and up to four digits, stopped at index 2");
        assertRefused("5.", "expected digits, a point and up to four digits, stopped at index 2");
        assertRefused("1,5", "expected digits, a point and up to four digits, stopped at index 1");
        assertRefused("+1", "expected digits, a point and up to four digits, stopped at index 0");
        assertRefused("1e5", "expected digits, a point and up to four digits, stopped at index 1");
        assertRefused(" 1", "expected digits, a point and up to four digits, stopped at index 0");
        assertRefused("1.23456", "it has more than four decimals");
        assertRefused("922337203685477.5808", "it is out of range, at most 922337203685477.5807");
        assertRefused("-922337203685477.5808", "it is out of range, at most 922337203685477.5807");
        assertRefused("1000000000000000", "it is out of range, at most 922337203685477.5807");
    }

    @Test
    void shouldFormatAndParseLikeBigDecimal()
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        final byte[] bytes = new byte[PriceE4Text.MAX_LENGTH + 2];
        for (int round = 0; round < 20_000; round++)
        {
            final long priceE4 = (random.nextLong() >> random.nextInt(Long.SIZE)) | 1;
            final String expected = BigDecimal.valueOf(priceE4, 4).toPlainString();

            assertThat(PriceE4Text.format(priceE4)).as("seed=%d round=%d", SEED, round).isEqualTo(expected);
            assertThat(PriceE4Text.parse(expected)).as("seed=%d round=%d", SEED, round).isEqualTo(priceE4);
            final int length = PriceE4Text.format(priceE4, bytes, 1);
            assertThat(new String(bytes, 1, length, StandardCharsets.US_ASCII)).isEqualTo(expected);
            final StringBuilder builder = new StringBuilder("at ");
            PriceE4Text.append(priceE4, builder);
            assertThat(builder).hasToString("at " + expected);
        }
        assertThat(bytes[0]).as("nothing is written before the index").isZero();
    }

    @Test
    void shouldFormatTheEnds()
    {
        assertThat(PriceE4Text.format(0)).isEqualTo("0.0000");
        assertThat(PriceE4Text.format(-1)).isEqualTo("-0.0001");
        assertThat(PriceE4Text.format(Long.MAX_VALUE)).isEqualTo("922337203685477.5807");
        assertThat(PriceE4Text.format(-Long.MAX_VALUE)).hasSize(PriceE4Text.MAX_LENGTH);
        assertThatThrownBy(() -> PriceE4Text.format(PriceE4.NONE))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("there is no price to format (PriceE4.NONE)");
        assertThatThrownBy(() -> PriceE4Text.append(PriceE4.NONE, new StringBuilder()))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotWriteIntoAnArrayThatIsTooShort()
    {
        final byte[] bytes = new byte[8];

        assertThatThrownBy(() -> PriceE4Text.format(123_456_789L, bytes, 0))
            .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(bytes).containsOnly(0);
    }

    private static void assertRefused(final String text, final String reason)
    {
        assertThatThrownBy(() -> PriceE4Text.parse(text))
            .isInstanceOf(NumberFormatException.class)
            .hasMessage("not a price: \"" + text + "\": " + reason);
    }
}
