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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.layout.state.StateReader;

/**
 * Cold path. What a molecule goes through in its warm-up besides messages, as it will in a run: its scratch journal
 * becomes durable, snapshots are taken, live orders are cancelled. It all comes now and then, as it takes its time, but
 * often enough that its code is compiled and kept. Used by the thread that runs the warm-up's nodes.
 */
final class Rehearsal implements AutoCloseable
{
    private static final int COMMITS_PER_SNAPSHOT = 64;
    private static final int COMMITS_PER_COPY = 16 * COMMITS_PER_SNAPSHOT;

    private final RunningMolecule molecule;
    private final Optional<ScratchJournal> journal;
    private final Optional<EngineCommandSource> commands;
    private StateCopy copy;
    private long commits;

    /**
     * Makes it, with room for snapshots where the molecule can take any.
     *
     * @param molecule of a warm-up, which has done nothing yet
     */
    Rehearsal(final RunningMolecule molecule)
    {
        this.molecule = molecule;
        this.journal = molecule.scratchJournal();
        this.commands = molecule.sources().stream().filter(EngineCommandSource.class::isInstance)
            .map(EngineCommandSource.class::cast).findFirst();
        if (journal.isPresent() && commands.isPresent() && MoleculeState.obstacles(molecule).isEmpty())
        {
            copy = new StateCopy(molecule, newClientSequences());
            copy.tieTo(journal.get().appender());
            molecule.boundaryTask(copy);
        }
    }

    private long[] newClientSequences()
    {
        return new long[molecule.sources().size() + 1];
    }

    /**
     * Opens the gate of the scratch journal for what was appended so far. Now and then it asks for a snapshot too, and
     * for a cancel of live orders where a run may begin with one: the code that stands still for the first, or goes on
     * after the second, must not be thrown away when one is wanted.
     */
    void commit()
    {
        if (journal.isPresent())
        {
            journal.get().commit();
            commits++;
            if (copy != null && commits % COMMITS_PER_COPY == 0)
            {
                copy.empty();
            }
            if (commits % COMMITS_PER_SNAPSHOT == 0)
            {
                commands.ifPresent(this::request);
            }
        }
    }

    private void request(final EngineCommandSource source)
    {
        source.request(ControlCommands.SNAPSHOT);
        final LiveOrders orders = molecule.plan().molecule().liveOrders();
        if (orders.failure() == LiveOrders.Fate.CANCEL || orders.promotion() == LiveOrders.Fate.CANCEL)
        {
            source.requestCancelLive(LiveOrders.Event.FAILURE);
        }
    }

    /** Returns whether the molecule takes snapshots. */
    boolean takesSnapshots()
    {
        return copy != null;
    }

    /**
     * Takes a snapshot of a molecule that {@link #takesSnapshots()}, and restores it into another one.
     *
     * @param fresh molecule of a warm-up that has done nothing
     * @return the packets that are not what they were: they save less than their state
     */
    List<String> forgottenBy(final RunningMolecule fresh)
    {
        copy.empty();
        copy.run();
        final StateReader reader = new StateReader(copy.buffer(), 0, copy.bytes());
        reader.part("molecule", new MoleculeState(fresh, newClientSequences()));
        reader.finish();
        final Map<String, Long> restored = fresh.stateHashes();
        final List<String> forgotten = new ArrayList<>();
        molecule.stateHashes().forEach((packet, hash) ->
        {
            if (!hash.equals(restored.get(packet)))
            {
                forgotten.add(packet);
            }
        });
        return forgotten;
    }

    @Override
    public void close()
    {
        if (copy != null)
        {
            copy.close();
        }
    }
}
