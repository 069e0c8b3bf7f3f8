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
package io.packetflow.engine.molecule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Cold path. The properties that are targets; every other property is an annotation. */
public enum TargetName
{
    /** From the first byte of a message to the last byte of the order that it caused. */
    TICK_TO_TRADE(false),
    /** One pre-trade check. */
    RISK_CHECK_LATENCY(false),
    /** Orders a second. */
    ORDER_RATE(true);

    private final boolean isRate;

    TargetName(final boolean isRate)
    {
        this.isRate = isRate;
    }

    /** Returns whether it counts events a second; otherwise it is a duration. */
    public boolean isRate()
    {
        return isRate;
    }

    /**
     * Finds a name.
     *
     * @param property of a molecule
     * @return the target, empty if the property is an annotation
     */
    public static Optional<TargetName> of(final String property)
    {
        return Arrays.stream(values()).filter(name -> name.toString().equals(property)).findFirst();
    }

    /** Returns the name of the property. */
    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
