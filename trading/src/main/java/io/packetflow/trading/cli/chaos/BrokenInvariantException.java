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
package io.packetflow.trading.cli.chaos;

/** Cold path. An invariant does not hold: the verdict of a campaign, not a failure of it. */
final class BrokenInvariantException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final Invariant invariant;
    private final long count;

    BrokenInvariantException(final Invariant invariant, final String detail)
    {
        this(invariant, 1, detail);
    }

    BrokenInvariantException(final Invariant invariant, final long count, final String detail)
    {
        super(invariant.name() + " is broken (" + invariant.text() + "): " + detail);
        this.invariant = invariant;
        this.count = count;
    }

    Invariant invariant()
    {
        return invariant;
    }

    /** Returns how many instances or orders it is about, 1 where that is not known. */
    long count()
    {
        return count;
    }
}
