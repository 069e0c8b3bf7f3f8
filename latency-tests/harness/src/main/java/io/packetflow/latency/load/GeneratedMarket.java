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
package io.packetflow.latency.load;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.itch.ItchDecoder;
import io.packetflow.trading.venue.generator.GeneratorConfig;
import io.packetflow.trading.venue.generator.MarketGenerator;

/** Cold path. Generates a market into memory. Its books are built up once, so it is sent once. */
final class GeneratedMarket
{
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** The books grow where orders bunch; twice the declared number has room for that. */
    private static final int ROOM = 2;

    private GeneratedMarket()
    {
    }

    static Recording generate(
        final FeedSpec spec, final long messages, final long seed, final HugePages hugePages)
    {
        final Arena arena = new Arena(hugePages);
        final Slab slab = arena.allocate(
            messages * (Recording.PREFIX_BYTES + MarketGenerator.MAX_MESSAGE_LENGTH) + Recording.READ_AHEAD_BYTES,
            Recording.ALIGNMENT);
        try (Arena scratch = new Arena(HugePages.OFF))
        {
            final MarketGenerator generator = new MarketGenerator(
                GeneratorConfig.of(messages, seed, spec.symbols(), spec.liveOrders()), scratch, slab);
            final long length = write(generator, slab);
            return new Recording(spec.title() + ", seed " + seed, arena, slab, length, messages, 0,
                Math.min(messages, generator.continuousFrom()), NANOS_PER_SECOND, highestLocate(slab, length) + 1,
                ROOM * spec.liveOrders());
        }
        catch (final RuntimeException | Error e)
        {
            arena.close();
            throw e;
        }
    }

    private static long write(final MarketGenerator generator, final Slab slab)
    {
        long position = 0;
        int length = generator.next(position + Recording.PREFIX_BYTES);
        while (length > 0)
        {
            slab.putShortBigEndian(position, length);
            position += Recording.PREFIX_BYTES + length;
            length = generator.next(position + Recording.PREFIX_BYTES);
        }
        return position;
    }

    private static int highestLocate(final Slab slab, final long end)
    {
        int highest = 0;
        for (long position = 0; position < end; position += Recording.PREFIX_BYTES + slab.getShortBigEndian(position))
        {
            highest = Math.max(highest, ItchDecoder.stockLocate(slab, position + Recording.PREFIX_BYTES));
        }
        return highest;
    }
}
