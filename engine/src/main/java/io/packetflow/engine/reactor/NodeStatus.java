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
