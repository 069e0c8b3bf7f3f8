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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.storage.simulated.SimulatedStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A locked directory of a journal on a simulated disk, and memory for a record's body. */
abstract class SimulatedJournalFixture
{
    final SimulatedStorage disk = new SimulatedStorage();
    final Arena arena = new Arena(HugePages.OFF);
    final Slab scratch = arena.allocate(Journals.MAX_BODY_BYTES + 8L, 8);
    JournalDirectory directory;

    @BeforeEach
    void open() throws IOException
    {
        directory = Journals.locked(disk, 1, new SimulatedLock());
    }

    @AfterEach
    void close()
    {
        directory.close();
        disk.close();
        arena.close();
    }
}
