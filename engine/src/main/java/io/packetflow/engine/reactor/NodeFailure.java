package io.packetflow.engine.reactor;

import java.util.Map;

import io.packetflow.engine.packet.PacketHandler;

/**
 * A handler threw.
 *
 * @param node name of the node
 * @param packet whose handler it was, {@code ?} if the stack does not tell
 * @param instance sequence of the instance
 * @param cause what was thrown
 */
public record NodeFailure(String node, String packet, long instance, Throwable cause)
{
    static NodeFailure of(
        final String node, final Map<String, PacketHandler> handlers, final long instance, final Throwable cause)
    {
        for (final StackTraceElement frame : cause.getStackTrace())
        {
            for (final Map.Entry<String, PacketHandler> handler : handlers.entrySet())
            {
                if (handler.getValue().getClass().getName().equals(frame.getClassName()))
                {
                    return new NodeFailure(node, handler.getKey(), instance, cause);
                }
            }
        }
        return new NodeFailure(node, "?", instance, cause);
    }

    /** Returns the place and the cause in one sentence. */
    public String message()
    {
        return "packet " + packet + " failed on node " + node + " at instance " + instance + ": " + cause;
    }
}
