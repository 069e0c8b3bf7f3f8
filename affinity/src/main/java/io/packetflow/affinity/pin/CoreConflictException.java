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
package io.packetflow.affinity.pin;

import java.util.List;

/** Cold path. CPUs of a plan that somebody else holds; lists every one, with its holder and the remedy. */
public final class CoreConflictException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final transient List<Conflict> conflicts;

    /**
     * A CPU that is taken.
     *
     * @param cpu number
     * @param holder who has it, as its lock file says
     */
    public record Conflict(int cpu, String holder)
    {
    }

    CoreConflictException(final List<Conflict> conflicts, final String directory)
    {
        super(message(conflicts, directory));
        this.conflicts = List.copyOf(conflicts);
    }

    private static String message(final List<Conflict> conflicts, final String directory)
    {
        final StringBuilder text = new StringBuilder("no CPU of the plan is reserved, for some are taken:");
        for (final Conflict conflict : conflicts)
        {
            text.append("\n  CPU ").append(conflict.cpu()).append(" is held by ").append(conflict.holder());
        }
        return text.append("\n  stop the holder, or limit one of the two to other CPUs (reservations are in ")
            .append(directory).append(')').toString();
    }

    /** Returns every CPU that is taken. */
    public List<Conflict> conflicts()
    {
        return conflicts;
    }
}
