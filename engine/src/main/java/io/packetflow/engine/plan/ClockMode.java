package io.packetflow.engine.plan;

/** Where logical time comes from. */
public enum ClockMode
{
    /** The sources' own timestamps, merged in order and never decreasing: file replay, simulation. */
    SOURCE,
    /** The sequencing node's stamp, UTC-based and never decreasing: live operation. */
    UTC
}
