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
import java.util.Optional;

import io.packetflow.engine.journal.RecoveryReport;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.write.EpochPlan;
import io.packetflow.ringbuffers.journal.write.EpochWriter;

/**
 * Cold path. How a journaled run comes to where the run before it ended: by {@link Recovery} of a journal to which
 * nobody writes any more, or by {@link Following} one that is written until its primary is gone. Used by the reactor's
 * thread, in the order of the methods.
 */
interface Succession extends AutoCloseable
{
    /**
     * Brings the molecule to where the run before it ended; its programs are those of a replay then.
     *
     * @param control of what is replayed
     * @return what was found and done
     * @throws IOException if the journal cannot be read
     */
    RecoveryReport run(ReactorControl control) throws IOException;

    /** Returns the record behind which the next epoch begins. */
    LastRecord last();

    /** Returns the number of the epoch that is begun next. */
    int epoch() throws IOException;

    /**
     * Begins the next epoch.
     *
     * @param plan of it
     * @return its writer, whose owner closes it
     * @throws IOException if it cannot be begun
     */
    EpochWriter begin(EpochPlan plan) throws IOException;

    /** Returns the instance of the last snapshot that the next epoch builds on, 0 if there is none. */
    long lastSnapshot() throws IOException;

    /** Told when the next epoch has begun, before anything is admitted to it. */
    void begun();

    /** Returns what the run goes on after; empty where it is the first, or its predecessor was closed in order. */
    Optional<LiveOrders.Event> event();

    /** Told when the nodes run: what could wait until then is done now. */
    void end() throws IOException;

    /** Returns what has failed where something throws: the beginning of a message. */
    String failureText();

    /** Lets go what it held. May be called twice. */
    @Override
    void close() throws IOException;
}
