package io.packetflow.engine.reactor;

/** The life of a reactor. */
public enum ReactorState
{
    /** Planned, compiled and warmed up; the gate is still closed. */
    READY,
    /** The gate is open. */
    RUNNING,
    /** Nothing is admitted any more; what was admitted is finished. */
    DRAINING,
    /** Stopped as asked. */
    STOPPED,
    /** A handler failed and the molecule halts on failure. */
    FAILED
}
