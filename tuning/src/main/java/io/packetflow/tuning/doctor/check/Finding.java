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
package io.packetflow.tuning.doctor.check;

import java.util.Optional;

/**
 * Cold path. What an evaluator found.
 *
 * @param kind    of the answer
 * @param reason  what was found, and where
 * @param atMost  a severity above which this finding does not count; nothing where the check's own holds
 */
public record Finding(Kind kind, String reason, Optional<Severity> atMost)
{
    /** Of an answer. */
    public enum Kind
    {
        /** The check holds. */
        HOLDS,
        /** The check does not hold. */
        BROKEN,
        /** The check does not apply. */
        SKIPPED,
        /** The host does not say. */
        UNKNOWN
    }

    /**
     * The check holds.
     *
     * @param reason what was found
     * @return the finding
     */
    public static Finding holds(final String reason)
    {
        return new Finding(Kind.HOLDS, reason, Optional.empty());
    }

    /**
     * The check does not hold.
     *
     * @param reason what was found
     * @return the finding
     */
    public static Finding broken(final String reason)
    {
        return new Finding(Kind.BROKEN, reason, Optional.empty());
    }

    /**
     * The check holds or not.
     *
     * @param holds  whether
     * @param reason what was found
     * @return the finding
     */
    public static Finding of(final boolean holds, final String reason)
    {
        return holds ? holds(reason) : broken(reason);
    }

    /**
     * The check does not apply.
     *
     * @param reason why not
     * @return the finding
     */
    public static Finding skipped(final String reason)
    {
        return new Finding(Kind.SKIPPED, reason, Optional.empty());
    }

    /**
     * The host does not say.
     *
     * @param reason why not
     * @return the finding
     */
    public static Finding unknown(final String reason)
    {
        return new Finding(Kind.UNKNOWN, reason, Optional.empty());
    }

    /**
     * This finding, where it counts for less than the check as such.
     *
     * @param severity at most
     * @return the finding
     */
    public Finding atMost(final Severity severity)
    {
        return new Finding(kind, reason, Optional.of(severity));
    }

    /**
     * What the finding means.
     *
     * @param severity of the check under the profile
     * @return the status
     */
    public Status status(final Severity severity)
    {
        return switch (kind)
        {
            case HOLDS -> Status.PASS;
            case BROKEN -> Status.against(atMost.filter(most -> most.compareTo(severity) < 0).orElse(severity));
            case SKIPPED -> Status.SKIP;
            case UNKNOWN -> Status.UNKNOWN;
        };
    }
}
