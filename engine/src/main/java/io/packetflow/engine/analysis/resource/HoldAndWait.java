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
package io.packetflow.engine.analysis.resource;

import java.util.List;

/**
 * Cold path. A moment at which a packet holds resources and acquires one more.
 *
 * @param packet name
 * @param node that runs it
 * @param holds resources that it has acquired, in that order, at least one
 * @param acquires the resource that it needs next
 */
public record HoldAndWait(String packet, String node, List<String> holds, String acquires)
{
    /** Copies the list. */
    public HoldAndWait
    {
        holds = List.copyOf(holds);
    }

    @Override
    public String toString()
    {
        return packet + " on " + node + " holds " + String.join(", ", holds) + " and acquires " + acquires;
    }
}
