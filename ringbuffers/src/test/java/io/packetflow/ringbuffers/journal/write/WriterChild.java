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
import java.io.PrintStream;
import java.nio.file.Path;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;

/** A process that appends until it is killed, and prints what the gate released. */
final class WriterChild
{
    private static final int PRINT_EVERY = 100;

    private WriterChild()
    {
    }

    public static void main(final String[] args) throws IOException
    {
        final PrintStream output = System.out;
        try (JournalDirectory directory = JournalDirectory.open(Path.of(args[0]));
            Arena arena = new Arena(HugePages.OFF))
        {
            directory.lock();
            final Slab scratch = arena.allocate(Journals.MAX_BODY_BYTES + 8L, 8);
            try (EpochWriter writer = EpochWriter.begin(
                directory, Journals.SETTINGS, Journals.plan(directory, Durability.PROCESS_SAFE)))
            {
                writer.start(Thread::new);
                output.println(writer.gate().sequence());
                while (!output.checkError())
                {
                    if (writer.appender().hasRoom())
                    {
                        Journals.append(writer.appender(), scratch, 200);
                        if (writer.gate().sequence() % PRINT_EVERY == 0)
                        {
                            output.println(writer.gate().sequence());
                        }
                    }
                }
            }
        }
    }
}
