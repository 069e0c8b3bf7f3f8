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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cold path. Closes parts one after the other, whatever fails, and keeps what failed for who has to be told. */
final class Closing
{
    private final List<Exception> failures = new ArrayList<>();

    /**
     * Closes a part.
     *
     * @param part to close
     * @return whether that did not fail
     */
    boolean close(final AutoCloseable part)
    {
        try
        {
            part.close();
            return true;
        }
        catch (final Exception e)
        {
            failures.add(e);
            return false;
        }
    }

    /** Returns what failed first, with all that failed later suppressed in it; to be asked for once. */
    Optional<Exception> failure()
    {
        if (failures.isEmpty())
        {
            return Optional.empty();
        }
        final Exception first = failures.get(0);
        failures.subList(1, failures.size()).forEach(first::addSuppressed);
        return Optional.of(first);
    }

    /** Suppresses all that failed in what was the reason to close. */
    void suppressIn(final Throwable reason)
    {
        failures.forEach(reason::addSuppressed);
    }
}
