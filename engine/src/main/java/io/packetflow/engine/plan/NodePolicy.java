package io.packetflow.engine.plan;

/** How many nodes a molecule gets. */
public enum NodePolicy
{
    /** One node for a fused molecule; one a group, as far as the host has cores, for the other groupings. */
    AUTO,
    /** Everything on one node, ingress included: run to completion. */
    ONE_NODE,
    /** The ingress on one node; a fused molecule on the other, groups spread over both otherwise. */
    TWO_NODES,
    /** One node a periodic group. */
    NODE_PER_GROUP
}
