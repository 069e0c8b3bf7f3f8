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
package io.packetflow.engine.language.build;

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.RecordLayout;

/** The area of {@link Handlers.Doubling}. */
public final class PriceArea extends Flyweight
{
    public static final RecordLayout LAYOUT =
        RecordLayout.named("PriceArea").inDeclaredOrder().int32("count").priceE4("price").build();
    private static final int COUNT = LAYOUT.offset("count");
    private static final int PRICE = LAYOUT.offset("price");

    public PriceArea(final Slab slab)
    {
        super(slab);
    }

    void count(final int value)
    {
        int32(COUNT, value);
    }

    int count()
    {
        return int32(COUNT);
    }

    void price(final long value)
    {
        int64(PRICE, value);
    }

    long price()
    {
        return int64(PRICE);
    }
}
