package io.packetflow.engine.plan;

/** How far packets are fused into one stage. */
public enum Grouping
{
    /** Units on one node are one stage wherever the bonds allow it: direct calls, no hop. */
    FUSED,
    /** No fusion across periodic groups: each group on its own node, as far as the host has cores. */
    STRICT,
    /** No fusion at all: each unit is a stage behind its own barrier. */
    UNFUSED
}
