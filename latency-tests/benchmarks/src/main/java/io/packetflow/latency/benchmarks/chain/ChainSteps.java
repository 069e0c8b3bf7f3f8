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
package io.packetflow.latency.benchmarks.chain;

/** The six steps as arithmetic: what the packets do, and what the loops by hand do. */
public final class ChainSteps
{
    private static final int MULTIPLIER = 31;
    private static final int SHIFT = 7;

    private ChainSteps()
    {
    }

    /** The first step, of the two numbers of the input. */
    public static long add(final long first, final long second)
    {
        return first + second;
    }

    /** The second step. */
    public static long mix(final long value)
    {
        return value ^ value >>> SHIFT;
    }

    /** The third step, with the first number of the input. */
    public static long offset(final long value, final long first)
    {
        return value + first;
    }

    /** The fourth step, with the second number of the input. */
    public static long clamp(final long value, final long second)
    {
        return Math.max(value, second);
    }

    /** The fifth step. */
    public static long scale(final long value)
    {
        return value * MULTIPLIER;
    }

    /** The sixth step, with what the first one gave. */
    public static long fold(final long value, final long sum)
    {
        return value ^ sum;
    }
}
