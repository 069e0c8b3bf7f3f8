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
package io.packetflow.engine.packet;

/**
 * Hot path. The code of a packet. One thread calls it, that of its node; the class is public and final.
 *
 * <p>A handler reads its predecessors' areas and writes its own, through the flyweights it got from its
 * {@link PacketContext}; the engine has moved them to the instance's slot. An area holds what its packet wrote for
 * this instance, and nothing defined where that packet did not fire. A handler allocates nothing, waits for nothing and
 * reads no clock; an exception is a defect and is treated as the molecule's failure policy says.
 */
public interface PacketHandler
{
    /** The instance goes on to the ionic descendants. */
    int CONTINUE = 0;

    /** The ionic descendants skip this instance. */
    int STOP = 1;

    /**
     * Processes the instance that the flyweights stand on.
     *
     * @return {@link #CONTINUE} or {@link #STOP}
     */
    int onInstance();

    /**
     * Cold. Adds this packet's state to a hash that must be equal wherever the same inputs were processed, whatever the
     * plan. A handler without state of its own keeps the default.
     *
     * @return hash of the state, 0 if there is none
     */
    default long stateHash()
    {
        return 0;
    }
}
