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
package io.packetflow.ringbuffers.journal.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/** Cold path. The file {@code audit.log}: a line for each decision of a person about what the journal lost. */
final class AuditLog
{
    private AuditLog()
    {
    }

    /** Adds a line, durably; returns whether it is the first. */
    static boolean add(final Storage storage, final Instant when, final WriterIdentity who, final int epoch,
        final String event) throws IOException
    {
        if (event.isBlank() || event.chars().anyMatch(Character::isISOControl))
        {
            throw new IllegalArgumentException("an event of the audit log is one line: event=" + event);
        }
        final String line = when + " pid=" + who.pid() + " bootId=" + who.bootId() + " epoch=" + epoch + " " + event +
            "\n";
        final boolean isNew = !storage.exists(JournalNames.AUDIT);
        try (StorageFile file =
            isNew ? storage.create(JournalNames.AUDIT, 0) : storage.open(JournalNames.AUDIT, true))
        {
            SmallFiles.write(file, file.size(), line.getBytes(StandardCharsets.UTF_8));
        }
        if (isNew)
        {
            storage.syncDirectory("");
        }
        return isNew;
    }
}
