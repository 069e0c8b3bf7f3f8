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
package io.packetflow.layout.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetflow.layout.record.RecordLayout;

import org.junit.jupiter.api.Test;

class FlyweightTest
{
    @Test
    void shouldReadAndWriteTheRecordItIsMovedTo()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Quote quote = new Quote(arena.allocate(2L * Quote.LAYOUT.size(), 64));

            quote.wrap(Quote.LAYOUT.size());
            quote.priceE4(123_450).quantity(7);
            quote.wrap(0);
            quote.priceE4(99).quantity(-1);

            assertThat(quote.priceE4()).isEqualTo(99);
            assertThat(quote.quantity()).isEqualTo(-1);
            quote.wrap(Quote.LAYOUT.size());
            assertThat(quote.offset()).isEqualTo(16);
            assertThat(quote.priceE4()).isEqualTo(123_450);
            assertThat(quote.quantity()).isEqualTo(7);
        }
    }

    private static final class Quote extends Flyweight
    {
        static final RecordLayout LAYOUT = RecordLayout.named("Quote").quantity("quantity").priceE4("priceE4").build();

        private static final int PRICE = LAYOUT.offset("priceE4");
        private static final int QUANTITY = LAYOUT.offset("quantity");

        Quote(final Slab slab)
        {
            super(slab);
        }

        long priceE4()
        {
            return int64(PRICE);
        }

        Quote priceE4(final long priceE4)
        {
            int64(PRICE, priceE4);
            return this;
        }

        int quantity()
        {
            return int32(QUANTITY);
        }

        Quote quantity(final int quantity)
        {
            int32(QUANTITY, quantity);
            return this;
        }
    }
}
