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
package io.packetflow.engine.cli.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.HostException;
import io.packetflow.ringbuffers.journal.format.DurableMark;
import io.packetflow.ringbuffers.journal.read.BootId;
import io.packetflow.ringbuffers.journal.read.EpochHead;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReader;
import io.packetflow.ringbuffers.journal.read.JournalReport;
import io.packetflow.ringbuffers.journal.read.JournalScan;
import io.packetflow.ringbuffers.journal.read.JournalVerification;
import io.packetflow.ringbuffers.journal.read.JournalVerifier;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.journal.write.LockOwner;
import io.packetflow.ringbuffers.journal.write.WriterIdentity;

/**
 * Cold path. A journal's directory as a command reads it: not locked, and not changed.
 *
 * @param path of the directory
 * @param files of the journal
 * @param owner of the lock, now or last; empty if nobody ever had it
 */
public record JournalView(Path path, JournalFiles files, Optional<LockOwner> owner)
{
    private static final Pattern OWN_NAMES =
        Pattern.compile("lock|CURRENT(\\.tmp)?|durable\\.mark(\\.tmp)?|snap|e[0-9]{7}");

    /**
     * Opens a journal for reading.
     *
     * @param directory as the user names it
     * @return the journal; it may be damaged
     * @throws BadDataException if there is none
     * @throws HostException if this user may not read it
     * @throws IOException if the host does not let it be looked at
     */
    public static JournalView open(final Path directory) throws IOException
    {
        requireDirectory(directory);
        final DirectoryStorage storage = new DirectoryStorage(directory);
        if (storage.list("").stream().noneMatch(name -> OWN_NAMES.matcher(name).matches()))
        {
            throw new BadDataException("there is no journal in " + directory + (storage.list("").isEmpty() ?
                ": it is empty" : ": nothing in it is a journal's") +
                "; name the directory that was given to --journal");
        }
        return new JournalView(directory, new JournalFiles(storage), LockOwner.of(storage.root()));
    }

    private static void requireDirectory(final Path directory)
    {
        if (Files.isSymbolicLink(directory))
        {
            throw new BadDataException(
                "a journal is a directory, and this is a symbolic link: " + directory + "; name the directory itself");
        }
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS))
        {
            throw new BadDataException("there is no journal " + directory +
                ": no such directory; name the one that was given to --journal");
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS))
        {
            throw new BadDataException("a journal is a directory, and this is a file: " + directory +
                "; name the directory that was given to --journal");
        }
        if (!Files.isReadable(directory) || !Files.isExecutable(directory))
        {
            throw new HostException("the journal " + directory +
                " cannot be read: permission denied; run as the user who writes it");
        }
    }

    /** @return whether a process writes the journal now */
    public boolean isWritten()
    {
        return owner.isPresent() && owner.get().isHeld();
    }

    /**
     * Reads from the segment that holds an instance.
     *
     * @param sequence of the instance, 0 for the first one that is there
     * @return a reader, to be closed by the caller
     * @throws IOException if the file system fails
     */
    public JournalReader reader(final long sequence) throws IOException
    {
        return JournalReader.from(files, sequence, isWritten());
    }

    /**
     * Returns the configuration that the newest epoch tells of.
     *
     * @return the text, empty if there is no epoch that tells one
     * @throws IOException if the file system fails
     */
    public String configuration() throws IOException
    {
        try (JournalReader reader = reader(Long.MAX_VALUE))
        {
            return reader.epochStart() == null ? "" : reader.epochStart().configuration();
        }
    }

    /**
     * Returns whether an engine has begun an epoch, which it does when it has warmed up.
     *
     * @return whether there is anything to read
     * @throws IOException if the file system fails
     */
    public boolean isBegun() throws IOException
    {
        try (JournalReader reader = reader(Long.MAX_VALUE))
        {
            return reader.epochStart() != null;
        }
    }

    /**
     * Reads all of it and judges what it finds.
     *
     * @param progress told a sequence now and then
     * @return what was found
     * @throws IOException if the file system fails
     */
    public JournalVerification verify(final LongConsumer progress) throws IOException
    {
        final boolean isWritten = isWritten();
        final JournalReport report = JournalScan.all(files, isWritten, progress);
        return JournalVerifier.judge(report, isWritten ? Optional.empty() : Optional.of(boot()));
    }

    /**
     * Returns which start of the host this is.
     *
     * @return its id
     * @throws IOException if the host does not tell
     */
    public static BootId boot() throws IOException
    {
        final WriterIdentity self = WriterIdentity.ofThisProcess();
        return new BootId(self.bootIdHigh(), self.bootIdLow());
    }

    /**
     * Returns the words of the epoch that counts.
     *
     * @return the words, empty if there are none
     * @throws IOException if they cannot be read
     */
    public Optional<EpochHead> head() throws IOException
    {
        return files.head(files.current().orElse(0));
    }

    /**
     * Returns the sequence of the last instance, as far as the small files tell.
     *
     * @return the sequence, empty if they tell nothing
     * @throws IOException if they cannot be read
     */
    public OptionalLong lastKnownSequence() throws IOException
    {
        final long marked = files.mark().map(DurableMark::sequence).orElse(0L);
        final long known = Math.max(marked, head().map(EpochHead::appendedSequence).orElse(0L));
        return known == 0 ? OptionalLong.empty() : OptionalLong.of(known);
    }
}
