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
 * A back edge: one packet emits instances into its own molecule.
 *
 * @param packet that emits
 * @param capacity of the buffer in instances, a power of two: the declared maximum that may be under way
 * @param maxInputBytes largest input that it emits
 * @param minimumDelayNanos an instance emitted at logical time t is not before t + this; 0 or more
 */
public record BackEdgeBinding(String packet, int capacity, int maxInputBytes, long minimumDelayNanos)
{
    /** Checks the ranges. */
    public BackEdgeBinding
    {
        if (capacity < 1 || Integer.bitCount(capacity) != 1)
        {
            throw new IllegalArgumentException("a back edge's capacity is a power of two: capacity=" + capacity);
        }
        if (maxInputBytes < 0)
        {
            throw new IllegalArgumentException("an emission has 0 bytes or more: maxInputBytes=" + maxInputBytes);
        }
        if ((long)capacity * BackEdge.strideBytes(maxInputBytes) > Integer.MAX_VALUE)
        {
            throw new IllegalArgumentException("a back edge stays under 2 GiB, so that an int addresses its bytes: " +
                "capacity=" + capacity + " maxInputBytes=" + maxInputBytes);
        }
        if (minimumDelayNanos < 0)
        {
            throw new IllegalArgumentException(
                "an emission cannot lie before its cause: minimumDelayNanos=" + minimumDelayNanos);
        }
    }
}
