package io.packetflow.engine.reactor;

import io.packetflow.affinity.pin.PinOutcome;
import io.packetflow.ringbuffers.waiting.WaitStrategy;

/**
 * What became of a node's thread.
 *
 * @param name of the node
 * @param pin where it runs, verified, or why it is not pinned
 * @param wait how it waits
 */
public record NodeStatus(String name, PinOutcome pin, WaitStrategy wait)
{
    @Override
    public String toString()
    {
        return "node " + name + ": " + pin + ", " + wait.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
