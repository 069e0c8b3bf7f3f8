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
package io.packetflow.latency.fork;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.load.FeedLoad;
import io.packetflow.latency.load.FeedSpec;
import io.packetflow.latency.load.Pace;
import io.packetflow.layout.memory.HugePages;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Cold path. The options that say what is sent through a loop. */
final class LoadOptions
{
    @Option(names = "--feed", required = true, paramLabel = "FEED", converter = FeedConverter.class,
        description = "a recorded file, or generated:MESSAGES:SYMBOLS:LIVE_ORDERS")
    private FeedSpec feed;

    @Option(names = "--messages", defaultValue = "1", paramLabel = "N",
        description = "how many messages of a recorded file count at least; it is sent as often as that takes")
    private long messages;

    @Option(names = "--pace", defaultValue = "closed", paramLabel = "PACE", converter = PaceConverter.class,
        description = "closed, flat-out, or messages a second in an open loop")
    private Pace pace;

    @Option(names = "--huge-pages", defaultValue = "WHERE_GRANTED", paramLabel = "POLICY",
        description = "OFF or WHERE_GRANTED")
    private HugePages hugePages;

    /** Returns the load; the caller closes its recording. */
    FeedLoad open()
    {
        if (messages < 1)
        {
            throw new UsageException("at least one message counts: --messages=" + messages);
        }
        return FeedLoad.of(feed.open(hugePages), messages, pace, hugePages);
    }

    /** Reads a feed. */
    static final class FeedConverter implements ITypeConverter<FeedSpec>
    {
        @Override
        public FeedSpec convert(final String text)
        {
            return FeedSpec.parse(text);
        }
    }

    /** Reads a pace. */
    static final class PaceConverter implements ITypeConverter<Pace>
    {
        @Override
        public Pace convert(final String text)
        {
            return Pace.parse(text);
        }
    }
}
