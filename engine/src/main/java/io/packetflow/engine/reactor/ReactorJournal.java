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

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.engine.journal.QueueReport;
import io.packetflow.engine.journal.RecoveryReport;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.telemetry.event.FlightRecording;
import io.packetflow.engine.telemetry.event.RecoveryEvent;

/**
 * Cold path. A reactor's journal and the queue behind it, from the lock to the last record. Where nothing is journaled
 * there is neither, and nothing happens. Used by the reactor's thread, in the order of the methods; the reports are
 * read by anybody.
 */
final class ReactorJournal implements AutoCloseable
{
    private final ReactorContext context;
    private final JournalSession session;
    private JournalQueue queue;

    private ReactorJournal(final ReactorContext context, final JournalSession session)
    {
        this.context = context;
        this.session = session;
    }

    /** Opens what the context names: a journal that another process writes is refused before anything else is done. */
    static ReactorJournal open(final ReactorContext context, final CpuSet nodeCpus)
    {
        return new ReactorJournal(context,
            context.journal().map(options -> JournalSession.open(context, options, nodeCpus)).orElse(null));
    }

    /** Sets the packets whose state did not come back in the warm-up's rehearsal. */
    void forgotten(final List<String> packets)
    {
        if (session != null)
        {
            session.forgotten(packets);
        }
    }

    /**
     * Brings a molecule to where the run before it ended and begins an epoch. A standby comes back from it when it has
     * to take over.
     *
     * @param molecule that has done nothing yet
     * @param replayControl of what is replayed
     */
    void succeed(final RunningMolecule molecule, final ReactorControl replayControl)
    {
        if (session != null)
        {
            session.succeed(molecule, replayControl);
            context.progress().accept(session.report().toString());
            session.report().remarks().forEach(context.progress());
            if (context.standby().isEmpty() && !session.report().isFresh())
            {
                FlightRecording.commit(() -> new RecoveryEvent(session.report()));
            }
            // Before the gate opens, so that it is the first instance that the engine brings.
            session.event().ifPresent(this::settleLiveOrders);
        }
    }

    private void settleLiveOrders(final LiveOrders.Event event)
    {
        if (context.molecule().liveOrders().on(event) == LiveOrders.Fate.CANCEL)
        {
            context.progress().accept("live orders are cancelled after a " + event + ", as the molecule declares");
            context.engineCommands().orElseThrow().requestCancelLive(event);
        }
    }

    /** Prepares the queue behind the epoch that has begun, which never runs on the nodes' CPUs. */
    void prepareQueue()
    {
        // A method reference would ask for the session, which is not there where nothing is journaled.
        queue = context.queue().map(options -> session.queue(options)).orElse(null);
    }

    /** Lets the counters show what the journal and the queue count. */
    void mirrorIn(final Conductor conductor)
    {
        if (session != null)
        {
            conductor.mirror(session.snapshots());
            conductor.mirror(session.counters());
        }
        if (queue != null)
        {
            conductor.mirror(queue);
        }
    }

    /** Starts what looks after both while the nodes run. */
    void start(final ReactorControl control, final NodeLoop sequencing)
    {
        if (session != null)
        {
            session.start(control, sequencing);
        }
        if (queue != null)
        {
            queue.start();
        }
    }

    /** Does, when the nodes run, what a takeover has left for then. */
    void endSuccession()
    {
        if (session != null)
        {
            session.endSuccession();
        }
    }

    /** Says that the nodes are about to be stopped in order. */
    void closing()
    {
        if (session != null)
        {
            session.closing();
        }
    }

    /** Lets the queue catch up and closes it; may be called twice. */
    void finishQueue()
    {
        if (queue != null)
        {
            queue.close();
        }
    }

    /** Closes the epoch in order: the nodes have ended, nothing is in progress, and the packets have these hashes. */
    void closeCleanly(final Map<String, Long> hashes)
    {
        if (session != null)
        {
            session.closeCleanly(hashes);
        }
    }

    /** Closes the journal as it is: the next start recovers from what it holds. */
    @Override
    public void close()
    {
        if (session != null)
        {
            session.close();
        }
    }

    /** Returns the session, null where nothing is journaled; for a host without threads, which steps it. */
    JournalSession session()
    {
        return session;
    }

    /** Returns what recovery found and did; empty where nothing is journaled. */
    Optional<RecoveryReport> recovery()
    {
        return Optional.ofNullable(session).map(JournalSession::report);
    }

    /** Returns how far the queue is; empty where there is none. */
    Optional<QueueReport> queueReport()
    {
        return Optional.ofNullable(queue).map(JournalQueue::report);
    }
}
