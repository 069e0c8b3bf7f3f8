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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;

import io.packetflow.engine.cli.journal.JournalView;
import io.packetflow.engine.journal.RecoveryListener;
import io.packetflow.engine.journal.RecoveryRefusedException;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;

/**
 * Cold path. Refuses a journal that was written from another feed, before anything is sent again; a standby may be
 * there before its primary, and looks until there is an epoch. A journal that does not tell its feed is gone on with.
 */
final class FeedRecovery implements RecoveryListener
{
    private final Path journal;
    private final FeedIdentity feed;
    private final Optional<RecoveryListener> outputs;
    private boolean isKnown;

    /**
     * Makes one.
     *
     * @param journal its directory
     * @param feed of the run that goes on
     * @param outputs what else listens, empty for nobody
     */
    FeedRecovery(final Path journal, final FeedIdentity feed, final Optional<RecoveryListener> outputs)
    {
        this.journal = journal;
        this.feed = feed;
        this.outputs = outputs;
    }

    @Override
    public void begin(final BiFunction<String, Class<?>, Object> resources)
    {
        requireSameFeed();
        outputs.ifPresent(listener -> listener.begin(resources));
    }

    @Override
    public void whileFollowing()
    {
        requireSameFeed();
        outputs.ifPresent(RecoveryListener::whileFollowing);
    }

    @Override
    public void afterBurst()
    {
        outputs.ifPresent(RecoveryListener::afterBurst);
    }

    private void requireSameFeed()
    {
        if (isKnown)
        {
            return;
        }
        final String carried = carriedText();
        isKnown = !carried.isEmpty();
        FeedIdentity.Journaled.in(carried).filter(journaled -> !feed.continues(journaled)).ifPresent(journaled ->
        {
            throw new RecoveryRefusedException("the journal " + journal + " was written from another feed, " +
                journaled.description() + "; this run has " + feed.description() +
                "; go on with the feed of before (--seed, --messages and --symbols, or --feed), or begin a new " +
                "journal");
        });
    }

    private String carriedText()
    {
        try
        {
            // Nobody asks for the lock here: this process may be the one that has it.
            return new JournalView(journal, new JournalFiles(new DirectoryStorage(journal)), Optional.empty())
                .configuration();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("the journal " + journal + " does not tell its feed: " + e.getMessage(), e);
        }
    }
}
