package io.packetflow.engine.plan;

import io.packetflow.engine.molecule.Packet;

/**
 * Where a packet runs and why.
 *
 * @param packet that is placed
 * @param stage index of its stage
 * @param node index of its node
 * @param reason one sentence
 */
public record PacketPlacement(Packet packet, int stage, int node, String reason)
{
}
