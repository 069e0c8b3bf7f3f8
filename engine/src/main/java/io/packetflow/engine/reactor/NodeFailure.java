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

/**
 * A handler or a source threw.
 *
 * @param node name of the node; empty where a part of the reactor failed that {@code source} names
 * @param packet whose handler it was, {@code ?} if the stack does not tell; empty where a source failed
 * @param source that failed; empty where a handler did
 * @param instance sequence of the instance that was processed; where a source failed, of the one admitted last
 * @param cause what was thrown
 */
public record NodeFailure(String node, String packet, String source, long instance, Throwable cause)
{
    /** Returns the place and the cause in one sentence. */
    public String message()
    {
        if (node.isEmpty())
        {
            return cause.getMessage();
        }
        return source.isEmpty() ?
            "packet " + packet + " failed on node " + node + " at instance " + instance + ": " + cause :
            "source " + source + " failed on node " + node + " after instance " + instance + ": " + cause;
    }
}
