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
package io.packetflow.trading.compliance;

import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. Where {@link Surveillance} draws the line.
 *
 * @param symbols number of stock locates, 1 to 65 536
 * @param maxOrdersPerTrade order messages of a symbol for each trade of it, 1 to 1 000 000
 * @param freeOrders order messages of a symbol that are not judged, because a day that has just begun has no ratio; 0
 *     or more
 * @param maxMessagesPerSecond of all symbols together, in a second of logical time, 1 or more
 */
public record SurveillanceConfig(int symbols, int maxOrdersPerTrade, int freeOrders, int maxMessagesPerSecond)
{
    private static final int MAX_SYMBOLS = 65_536;
    private static final int MAX_RATIO = 1_000_000;

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException naming everything that is wrong
     */
    public SurveillanceConfig
    {
        final List<String> errors = new ArrayList<>();
        range(errors, "symbols", symbols, 1, MAX_SYMBOLS);
        range(errors, "maxOrdersPerTrade", maxOrdersPerTrade, 1, MAX_RATIO);
        range(errors, "freeOrders", freeOrders, 0, Integer.MAX_VALUE);
        range(errors, "maxMessagesPerSecond", maxMessagesPerSecond, 1, Integer.MAX_VALUE);
        if (!errors.isEmpty())
        {
            throw new IllegalArgumentException("surveillance: " + String.join("; ", errors));
        }
    }

    private static void range(
        final List<String> errors, final String name, final int value, final int least, final int most)
    {
        if (value < least || value > most)
        {
            errors.add(name + " is " + least + " to " + most + ": " + name + "=" + value);
        }
    }
}
