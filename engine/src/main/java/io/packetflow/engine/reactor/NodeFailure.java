/*
 * Copyright 2026 the PacketFlow authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
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
