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
package io.packetflow.trading.venue.generator;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;

/**
 * Hot path. Lays the messages of a generator one behind the other into memory, with their lengths before them where the
 * configuration asks for framing (BinaryFILE: two bytes, big-endian, without themselves; a length of 0 ends the
 * session). One thread.
 */
final class FeedFramer
{
    /** Bytes that the longest message and the end of the session need. */
    static final int SLACK = 2 * Short.BYTES + MarketGenerator.MAX_MESSAGE_LENGTH;

    private final Slab target;
    private final MarketGenerator generator;
    private final int prefix;
    private boolean done;

    FeedFramer(final GeneratorConfig config, final Arena arena, final Slab target)
    {
        this.target = target;
        this.generator = new MarketGenerator(config, arena, target);
        this.prefix = config.framed() ? Short.BYTES : 0;
    }

    MarketGenerator generator()
    {
        return generator;
    }

    boolean isDone()
    {
        return done;
    }

    /** Writes whole messages from an offset on while {@link #SLACK} bytes are left; answers where they end. */
    long fill(final long offset)
    {
        final long limit = target.capacity() - SLACK;
        long position = offset;
        while (position <= limit && !done)
        {
            final int length = generator.next(position + prefix);
            if (prefix != 0)
            {
                target.putShortBigEndian(position, length);
                position += prefix;
            }
            position += length;
            done = length == 0;
        }
        return position;
    }
}
