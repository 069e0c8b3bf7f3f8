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
package io.packetflow.engine.routing;

import org.agrona.DirectBuffer;

/** Hot path. The condition of a policy, compiled. Called by the thread that routes; allocates nothing. */
@FunctionalInterface
public interface RouteFilter
{
    /**
     * Decides.
     *
     * @param record that holds the packet
     * @param offset of the packet in it, bytes
     * @return whether the policy is for this packet
     */
    boolean accepts(DirectBuffer record, int offset);
}
