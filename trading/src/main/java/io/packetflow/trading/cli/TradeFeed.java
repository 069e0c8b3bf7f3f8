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
package io.packetflow.trading.cli;

import java.nio.file.Path;
import java.util.Locale;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.feed.file.FeedException;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.venue.generator.GeneratedFeed;
import io.packetflow.trading.venue.generator.GeneratorConfig;

/** Cold path. Where the messages of a run come from: a recorded file, or the generator, which writes into memory. */
final class TradeFeed implements AutoCloseable
{
    private static final String GENERATED = "generated feed";
    /** About as much memory as a recorded feed may take; longer ones are read in segments. */
    static final long MAX_GENERATED_MESSAGES = 50_000_000;
    private static final long WARM_UP_MESSAGES = 200_000;
    private static final int WARM_UP_SYMBOLS = 200;
    private static final long WARM_UP_SEED = 271_828;

    private final ItchFile file;
    private final Arena memory;
    private final String description;
    private final FeedIdentity identity;
    private final FeedProfile profile;

    private TradeFeed(
        final ItchFile file, final Arena memory, final String description, final FeedIdentity identity)
    {
        this.file = file;
        this.memory = memory;
        this.description = description;
        this.identity = identity;
        this.profile = FeedProfile.of(file);
    }

    /** Opens a recorded feed. */
    static TradeFeed recorded(final Path path, final HugePages hugePages)
    {
        try
        {
            final ItchFile file = ItchFile.open(path, hugePages);
            return new TradeFeed(file, new Arena(HugePages.OFF),
                String.format(Locale.ROOT, "%s, %,d bytes", path, file.length()), FeedIdentity.recorded(path, file));
        }
        catch (final FeedException e)
        {
            throw new BadDataException(e.getMessage(), e);
        }
    }

    /** Generates the embedded feed. */
    static TradeFeed generated(final long messages, final long seed, final int symbols, final HugePages hugePages)
    {
        if (messages > MAX_GENERATED_MESSAGES)
        {
            throw new UsageException(String.format(Locale.ROOT,
                "--messages takes up to %,d, which are generated into memory: %,d; write a longer market to a file " +
                "first (packetflow simulate --out FILE) and name it with --feed", MAX_GENERATED_MESSAGES, messages));
        }
        final GeneratorConfig config;
        try
        {
            config = GeneratorConfig.of(
                messages, seed, symbols, GeneratorConfig.defaultLiveOrders(messages, symbols));
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException(e.getMessage(), e);
        }
        return generated(config, hugePages);
    }

    /** Generates traffic that warms up the code for a feed: all kinds of messages, within its symbols. */
    static TradeFeed forWarmUp(final FeedProfile profile)
    {
        final int symbols = Math.min(WARM_UP_SYMBOLS, profile.symbols() - 1);
        return generated(GeneratorConfig.of(WARM_UP_MESSAGES, WARM_UP_SEED, symbols,
            GeneratorConfig.defaultLiveOrders(WARM_UP_MESSAGES, symbols)), HugePages.OFF);
    }

    private static TradeFeed generated(final GeneratorConfig config, final HugePages hugePages)
    {
        final Arena memory = new Arena(hugePages);
        final ItchFile file = GeneratedFeed.inMemory(config, memory).file(GENERATED);
        final FeedIdentity identity = FeedIdentity.generated(config, file);
        return new TradeFeed(file, memory, identity.description(), identity);
    }

    /** Returns the feed; whoever sends it may close it. */
    ItchFile file()
    {
        return file;
    }

    /** Returns another view of a feed in memory, with a place of its own in it. */
    ItchFile view()
    {
        return ItchFile.inMemory(GENERATED, file.slab(), file.length());
    }

    /** Returns what it is, for a report. */
    String description()
    {
        return description;
    }

    /** Returns what a journal that is written from it tells of it. */
    FeedIdentity identity()
    {
        return identity;
    }

    /** Returns what tables it needs. */
    FeedProfile profile()
    {
        return profile;
    }

    @Override
    public void close()
    {
        file.close();
        memory.close();
    }
}
