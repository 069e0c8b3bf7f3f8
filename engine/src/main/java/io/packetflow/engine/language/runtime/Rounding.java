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
package io.packetflow.engine.language.runtime;

/**
 * Hot path. Takes decimals away from scaled numbers. Stateless; any thread. The divisor is a power of ten and a
 * constant at each call, so that the JIT divides by multiplication.
 */
public final class Rounding
{
    private Rounding()
    {
    }

    /**
     * Rounds halves away from zero.
     *
     * @param value in units
     * @param divisor units that become one, a power of ten from 10 on
     * @return the rounded number in larger units
     */
    public static long half(final long value, final long divisor)
    {
        final long quotient = value / divisor;
        final long remainder = value % divisor;
        final long half = divisor / 2;
        return remainder >= half ? quotient + 1 : remainder <= -half ? quotient - 1 : quotient;
    }

    /**
     * Rounds towards plus infinity.
     *
     * @param value in units
     * @param divisor units that become one
     * @return the rounded number in larger units
     */
    public static long up(final long value, final long divisor)
    {
        final long down = Math.floorDiv(value, divisor);
        return value % divisor == 0 ? down : down + 1;
    }
}
