package io.packetflow.engine.packet;

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. The writing end of a back edge: emits instances into the own molecule. The sequencing node admits them in
 * order of logical time. The emitting packet's node calls it; it never waits: where the buffer of the declared maximum is
 * full, {@link #claim} answers {@link #FULL} and counts it.
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
