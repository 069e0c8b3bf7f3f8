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
package io.packetflow.engine.analysis.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest
{
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "price > 0|price >= 1",
        "price >= 1 and price < 11|price >= 1 and price <= 10",
        "side == 1 && price <= 1_000, price > -5|price >= -4 and price <= 1000 and side == 1",
        "Feed.price < 0|Feed.price <= -1"})
    void comparisonsBecomeIntervalsOfWholeNumbers(final String text, final String intervals)
    {
        assertThat(Conditions.parse(text)).hasToString(intervals);
        assertThat(Conditions.parse(intervals)).isEqualTo(Conditions.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "price", "price > ", "price != 3", "price > 10.5", "price > 0 or size > 0", "0 < price",
        "price > 0 and", "a.b.c > 1"})
    void whatIsNoConditionIsQuotedWithTheForm(final String text)
    {
        assertThatThrownBy(() -> Conditions.parse(text)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("is no condition; write a field, one of < <= == >= > and a whole number");
    }

    @Test
    void whatNoValueMeetsIsRefused()
    {
        assertThatThrownBy(() -> Conditions.parse("price > 5 and price < 3"))
            .hasMessage("no value of price meets \"price > 5 and price < 3\"");
        assertThatThrownBy(() -> Conditions.parse("price > 9223372036854775807")).hasMessageContaining("no value");
        assertThatThrownBy(() -> Conditions.parse("price < -9223372036854775808")).hasMessageContaining("no value");
        assertThatThrownBy(() -> Conditions.parse("price < 9223372036854775808"))
            .hasMessage("9223372036854775808 does not fit 64 bits");
    }

    @ParameterizedTest
    @CsvSource({
        "price > 0, price >= 1, true", "price > 0, price >= 0, true", "price >= 0, price > 0, false",
        "price == 3, price <= 3, true", "price > 0, size > 0, false", "price > 0 and size > 2, size > 1, true"})
    void conditionsImplyWhatLimitsLess(final String text, final String other, final boolean implied)
    {
        assertThat(Conditions.parse(text).imply(Conditions.parse(other))).isEqualTo(implied);
        assertThat(Conditions.parse(text).imply(Conditions.NONE)).isTrue();
    }
}
