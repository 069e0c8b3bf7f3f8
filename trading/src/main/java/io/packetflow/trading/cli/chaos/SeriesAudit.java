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
package io.packetflow.trading.cli.chaos;

import java.io.IOException;

import io.packetflow.ringbuffers.journal.read.BootId;
import io.packetflow.ringbuffers.journal.read.EpochReport;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReport;
import io.packetflow.ringbuffers.journal.read.JournalScan;
import io.packetflow.ringbuffers.journal.read.RecoveryDecision;
import io.packetflow.ringbuffers.journal.read.RecoveryPlan;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.journal.write.WriterIdentity;

/** Cold path. Holds a journal that many processes wrote one after the other against the feed. */
final class SeriesAudit
{
    private final RunPlace place;
    private final FeedDigests reference;

    SeriesAudit(final RunPlace place, final FeedDigests reference)
    {
        this.place = place;
        this.reference = reference;
    }

    /**
     * Checks, when the feed has ended and nobody writes any more.
     *
     * @return how many instances the journal holds
     * @throws BrokenInvariantException at the first invariant that does not hold
     */
    long check() throws IOException
    {
        final JournalFiles files = new JournalFiles(new DirectoryStorage(place.journal()));
        final JournalReport report = JournalScan.after(files, JournalAnchor.GENESIS);
        final WriterIdentity self = WriterIdentity.ofThisProcess();
        final RecoveryDecision decision =
            RecoveryPlan.decide(report, new BootId(self.bootIdHigh(), self.bootIdLow()), false);
        if (!decision.isAccepted())
        {
            throw new BrokenInvariantException(
                Invariant.I2, "recovery refuses the journal " + place.journal() + ": " + decision.reason());
        }
        requireRising(report);
        final FeedDigests found = FeedDigests.read(place.journal());
        final int differs = reference.mismatch(found);
        if (differs >= 0)
        {
            throw new BrokenInvariantException(Invariant.I3, "message " + (differs + 1) + " of the feed is missing, " +
                "there twice or another one: the journal " + place.journal() + " has " + found.count() +
                " messages, the feed " + reference.count());
        }
        return decision.last().sequence();
    }

    private void requireRising(final JournalReport report)
    {
        int last = 0;
        for (final EpochReport epoch : report.epochs())
        {
            if (epoch.epoch() <= last)
            {
                throw new BrokenInvariantException(
                    Invariant.I5, "epoch " + epoch.epoch() + " comes behind " + last + " in " + place.journal());
            }
            last = epoch.epoch();
        }
    }
}
