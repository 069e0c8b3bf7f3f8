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
package io.packetflow.risk.limit;

import java.util.List;

/** Cold path. Collects errors that name the place, the value and what would be allowed. */
final class Validation
{
    private final String place;
    private final List<String> errors;

    Validation(final String place, final List<String> errors)
    {
        this.place = place;
        this.errors = errors;
    }

    void range(final String name, final long value, final long min, final long max)
    {
        if (value < min || value > max)
        {
            errors.add(place + ": " + name + " must lie between " + min + " and " + max + ": " + name + "=" + value);
        }
    }

    void ordered(final String lowName, final long low, final String highName, final long high)
    {
        if (low > high)
        {
            errors.add(place + ": " + lowName + " must not exceed " + highName + ": " + lowName + "=" + low +
                " " + highName + "=" + high);
        }
    }
}
