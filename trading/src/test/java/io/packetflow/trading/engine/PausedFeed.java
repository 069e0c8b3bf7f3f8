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
package io.packetflow.trading.engine;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;

/** A feed that sends up to a message and then holds still until it is told to go on. */
public final class PausedFeed implements InstanceSource
{
    private final ItchFeedSource feed;
    private long limit;

    PausedFeed(final ItchFeedSource feed)
    {
        this.feed = feed;
    }

    void sendUpTo(final long message)
    {
        limit = message;
    }

    /** Begins in the middle: what is before a message is dropped. */
    PausedFeed beginAt(final long message)
    {
        while (feed.sentCount() < message && feed.nextTimeNanos() != NONE)
        {
            feed.discard(false);
        }
        return this;
    }

    @Override
    public long nextTimeNanos()
    {
        return feed.sentCount() < limit ? feed.nextTimeNanos() : NONE;
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        feed.take(header, input);
    }

    @Override
    public void discard(final boolean rejected)
    {
        feed.discard(rejected);
    }

    @Override
    public boolean isExhausted()
    {
        return feed.sentCount() >= limit || feed.isExhausted();
    }
}
