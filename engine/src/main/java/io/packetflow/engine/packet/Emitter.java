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

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. The writing end of a back edge: emits instances into the own molecule. The sequencing node admits them in
 * order of logical time; those of one packet come out as they were committed, so one whose time lies before that of an
 * earlier one comes late. The emitting packet's node calls it; it never waits: where the buffer of the declared maximum
 * is full, {@link #claim} answers {@link #FULL} and counts it.
 */
public interface Emitter
{
    /** The buffer is full; the instance was not accepted, and it was counted. */
    int FULL = -1;

    /**
     * Claims room for one instance.
     *
     * @param kind code of the instance's kind
     * @param inputLength bytes of input that will be written
     * @param logicalTimeNanos at which the instance happens, not before the present one
     * @return offset in {@link #slab()} at which the input is to be written, or {@link #FULL}
     */
    int claim(int kind, int inputLength, long logicalTimeNanos);

    /** Emits the claimed instance. */
    void commit();

    /** Returns the memory behind {@link #claim}. */
    Slab slab();
}
