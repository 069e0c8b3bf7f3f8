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
package io.packetflow.engine.reactor;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

import io.packetflow.engine.fixture.RandomMolecule;
import io.packetflow.engine.fixture.Reference;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.journal.RecoveryRefusedException;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;

/** Knows what was promised, and holds it against what is there. */
final class FaultOracle
{
    private final RandomMolecule molecule;
    private final List<Script> scripts;
    private final int commands;
    private final Outside outside;
    private final Map<String, Long> evidence = new TreeMap<>();
    private History known = new History(List.of());
    private long promised;
    private long promisedThroughPowerCut;
    private boolean isPowerCut;
    private int lastEpoch;

    FaultOracle(
        final RandomMolecule molecule, final List<Script> scripts, final int commands, final Outside outside)
    {
        this.molecule = molecule;
        this.scripts = scripts;
        this.commands = commands;
        this.outside = outside;
    }

    /** I1: what the gate has passed is promised, in the sense of the mode. */
    void afterStep(final SimulatedProcess process, final boolean isFenced)
    {
        if (isFenced)
        {
            return;
        }
        final long gate = process.writer().gate().sequence();
        promised = Math.max(promised, gate);
        if (process.durability().isWritten())
        {
            promisedThroughPowerCut = Math.max(promisedThroughPowerCut, gate);
        }
        else
        {
            // In mapped memory even what waits for a standby survives the process.
            promised = Math.max(promised, process.writer().appender().lastSequence());
        }
    }

    void afterEnd(final boolean powerCut)
    {
        isPowerCut |= powerCut;
    }

    private long required()
    {
        return isPowerCut ? promisedThroughPowerCut : promised;
    }

    /** I1, I2, I3, I7 of a disk as a death has left it. */
    void beforeStart(final Storage disk)
    {
        final History found = History.of(disk);
        if (found.last() < required())
        {
            throw new AssertionError("I1: instances up to " + required() + " were promised, and the journal ends at " +
                found.last() + (isPowerCut ? " after a power cut" : ""));
        }
        found.requireSound(scripts, firstFeed());
        found.requireBeginsAs(known, Math.min(required(), known.last()));
        known = found;
        requireSnapshotsWithin(disk, found.last());
        evidence.clear();
        evidence.putAll(files(disk));
    }

    private int firstFeed()
    {
        return molecule.emitters().size() + 1;
    }

    private static void requireSnapshotsWithin(final Storage disk, final long last)
    {
        try
        {
            final SnapshotStore store = new SnapshotStore(disk);
            for (final long sequence : store.sequences())
            {
                if (sequence > last && store.subject(sequence).isPresent())
                {
                    throw new AssertionError("I7: a snapshot of instance " + sequence + ", and the journal ends at " +
                        last);
                }
            }
        }
        catch (final IOException e)
        {
            throw new AssertionError("the snapshots cannot be read", e);
        }
    }

    /** A power cut may take what only the death of a process was promised not to take. */
    void requireMayBeRefused(final RecoveryRefusedException refusal)
    {
        if (!isPowerCut || promised <= promisedThroughPowerCut)
        {
            throw new AssertionError("recovery is refused though nothing can be missing", refusal);
        }
    }

    /** I5, I9, and that the outside has nothing that the journal has not. */
    void afterStart(final Storage disk, final SimulatedProcess process)
    {
        if (process.epoch() <= lastEpoch)
        {
            throw new AssertionError("I5: epoch " + process.epoch() + " comes after " + lastEpoch);
        }
        lastEpoch = process.epoch();
        final long last = process.reactor().recovery().orElseThrow().lastSequence();
        if (last < required())
        {
            throw new AssertionError("I1: instances up to " + required() + " were promised, and " + last +
                " were recovered");
        }
        if (isPowerCut && outside.last() > last)
        {
            if (last < promisedThroughPowerCut)
            {
                throw new AssertionError("I6: the outside has outputs of " + outside.last() + ", the journal ends at " +
                    last);
            }
            outside.forgetBehind(last);
        }
        if (outside.last() > last)
        {
            throw new AssertionError("I6: the outside has an output of instance " + outside.last() +
                ", and the journal ends at " + last);
        }
        requireEvidence(disk);
        // What nobody was promised may be left out.
        known = known.upTo(last);
        promised = last;
        if (process.durability().isWritten())
        {
            promisedThroughPowerCut = Math.max(promisedThroughPowerCut, outside.last());
        }
        isPowerCut = false;
        evidence.clear();
    }

    private void requireEvidence(final Storage disk)
    {
        final Map<String, Long> now = files(disk);
        evidence.forEach((file, checksum) ->
        {
            if (!checksum.equals(now.get(file)))
            {
                throw new AssertionError("I9: recovery has changed or removed " + file);
            }
        });
    }

    private static Map<String, Long> files(final Storage disk)
    {
        final Map<String, Long> files = new LinkedHashMap<>();
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(1 << 20, Long.BYTES);
            for (final String name : disk.list(""))
            {
                if (name.startsWith("e0") || name.equals(SnapshotStore.DIRECTORY))
                {
                    for (final String file : disk.list(name))
                    {
                        if (!file.equals("head") && !file.endsWith(".tmp"))
                        {
                            files.put(name + '/' + file, checksum(disk, name + '/' + file, slab));
                        }
                    }
                }
            }
        }
        catch (final IOException e)
        {
            throw new AssertionError("the files cannot be read", e);
        }
        return files;
    }

    private static long checksum(final Storage disk, final String path, final Slab slab) throws IOException
    {
        try (StorageFile file = disk.open(path, false))
        {
            final int length = (int)Math.min(slab.capacity(), file.size());
            file.read(0, slab, 0, length);
            final byte[] bytes = new byte[length];
            slab.getBytes(0, bytes, 0, length);
            final CRC32C crc = new CRC32C();
            crc.update(bytes, 0, length);
            return crc.getValue();
        }
    }

    /** I4: states and outputs are those of a run in which nothing ever went wrong. */
    void atEnd(final Storage disk, final SimulatedProcess process)
    {
        final long appended = process.writer().appender().lastSequence();
        final History whole = history(disk, process);
        whole.requireSound(scripts, firstFeed());
        whole.requireBeginsAs(known, known.last());
        if (whole.last() != appended)
        {
            throw new AssertionError("the journal holds " + whole.last() + " of " + appended + " instances");
        }
        final Reference reference = whole.reference(new Reference(molecule, scripts, commands, 1));
        final Map<String, Long> states = new LinkedHashMap<>(process.reactor().stateHashes());
        states.keySet().retainAll(reference.states().keySet());
        if (!states.equals(reference.states()))
        {
            throw new AssertionError("I4: the states are " + states + " instead of " + reference.states());
        }
        outside.requireEqual(reference.outputs());
    }

    private static History history(final Storage disk, final SimulatedProcess process)
    {
        while (process.durability() != Durability.PROCESS_SAFE && process.writer().stepCommit())
        {
            if (process.writer().isFailed())
            {
                throw new AssertionError("a sound disk fails");
            }
        }
        return History.of(disk);
    }
}
