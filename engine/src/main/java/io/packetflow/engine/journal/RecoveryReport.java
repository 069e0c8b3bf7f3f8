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
package io.packetflow.engine.journal;

import java.util.List;
import java.util.Locale;

/**
 * Cold path. What recovery found and did.
 *
 * @param epoch that the run goes on in
 * @param snapshotSequence of the snapshot that was restored, 0 if none was
 * @param replayed instances that were replayed behind it
 * @param lastSequence of the last instance that counts; the run goes on with the next one
 * @param elapsedNanos that it took
 * @param end how the journal ended, a sentence
 * @param remarks what else is to be known, one sentence each
 */
public record RecoveryReport(
    int epoch,
    long snapshotSequence,
    long replayed,
    long lastSequence,
    long elapsedNanos,
    String end,
    List<String> remarks)
{
    private static final double NANOS_PER_SECOND = 1e9;

    /** Copies the list. */
    public RecoveryReport
    {
        remarks = List.copyOf(remarks);
    }

    /** Returns whether there was anything to recover. */
    public boolean isFresh()
    {
        return lastSequence == 0;
    }

    @Override
    public String toString()
    {
        if (isFresh())
        {
            return "journal: new, epoch " + epoch;
        }
        return String.format(Locale.ROOT, "journal: recovered up to instance %,d in %.2f s (%s, %,d instances " +
            "replayed), epoch %d begins; it ended so: %s", lastSequence, elapsedNanos / NANOS_PER_SECOND,
            snapshotSequence == 0 ? "from the beginning" : String.format(Locale.ROOT, "snapshot of %,d",
            snapshotSequence), replayed, epoch, end);
    }
}
