package io.packetflow.engine.reactor;

/** What happens when a handler throws. */
public enum FailurePolicy
{
    /** The molecule stops; the failure is reported by whoever awaits it. */
    HALT,
    /** The instance is given up, counted and reported; the molecule goes on with the next. */
    QUARANTINE
}
