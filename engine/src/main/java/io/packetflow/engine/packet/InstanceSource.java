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
package io.packetflow.engine.packet;

/**
 * Hot path. Something that brings instances to a molecule: a feed, a session, a timer, a back edge. Polled by the
 * sequencing node only; the class is public and final, so that the generated code calls it directly.
 */
public interface InstanceSource
{
    /** There is no instance now. */
    long NONE = Long.MAX_VALUE;

    /** There is an instance that carries no time of its own: it comes next. */
    long NOW = Long.MIN_VALUE;

    /**
     * Returns the logical time of the next instance, without taking it. Two calls without a
     * {@link #take} between them return the same value, unless the first was {@link #NONE}.
     *
     * @return logical time in nanoseconds, {@link #NOW} or {@link #NONE}
     */
    long nextTimeNanos();

    /**
     * Takes the next instance: describes and stamps it in the header, writes its input. Called only after
     * {@link #nextTimeNanos()} told that there is one.
     *
     * @param header on the claimed slot
     * @param input on the claimed slot
     */
    void take(InstanceHeader header, InstanceInput input);

    /**
     * Drops the next instance, because the ring is full and the molecule sheds or rejects; the ring counts it. A source
     * that can answer its counterparty does so where it is rejected.
     *
     * @param rejected whether the counterparty is to be told
     */
    void discard(boolean rejected);

    /**
     * Returns the source's own number of the instance taken last, by which the journal knows it again: it grows from
     * instance to instance, so a source whose counterparty may send something twice drops what is not new
     * ({@link DuplicateGuard}). Asked right after {@link #take}, only where a journal runs.
     *
     * @return the number, 0 if the source's instances have none
     */
    default long clientSequence()
    {
        return 0;
    }

    /**
     * Cold. Goes on behind an instance that the journal holds already; called before the first poll, by a standby again
     * and again with a number that grows. A source
     * without numbers has nothing to go on from.
     *
     * @param clientSequence number of the last instance that the journal holds, 0 if it holds none of this source
     */
    default void resumeAfter(final long clientSequence)
    {
        // Whatever a source without numbers brings is new.
    }

    /**
     * Cold. Returns how many inputs the source dropped because they had come before, in this run or in the journal.
     *
     * @return the count, 0 for a source to which nothing comes twice; read by any thread
     */
    default long duplicateCount()
    {
        return 0;
    }

    /**
     * Returns whether no instance will ever come again. A source without an end (a session, a back edge) is exhausted
     * whenever it holds nothing: it keeps nobody waiting.
     *
     * @return whether it is at its end
     */
    boolean isExhausted();
}
