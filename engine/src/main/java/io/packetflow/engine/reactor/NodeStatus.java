package io.packetflow.engine.reactor;

import java.util.Locale;

import io.packetflow.affinity.pin.PinOutcome;
import io.packetflow.ringbuffers.waiting.WaitStrategy;

/**
 * What became of a node's thread.
 *
 * @param name of the node
 * @param pin where it runs, verified, or why it is not pinned
 * @param waiting how it waits
 */
public record NodeStatus(String name, PinOutcome pin, WaitStrategy waiting)
{
    @Override
    public String toString()
    {
        return "node " + name + ": " + pin + ", " + waiting.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
