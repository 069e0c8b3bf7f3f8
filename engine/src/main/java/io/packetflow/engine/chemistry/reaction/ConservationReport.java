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
package io.packetflow.engine.chemistry.reaction;

import java.util.List;
import java.util.Locale;

/**
 * Cold path. Whether a reaction keeps the conservation laws of theorem 6.12, with what went in and came out.
 *
 * @param reaction what happened
 * @param before what went in
 * @param after what came out, replicas included
 * @param violations of the laws
 */
public record ConservationReport(String reaction, Amounts before, Amounts after, List<Violation> violations)
{
    /** Copies the list. */
    public ConservationReport
    {
        violations = List.copyOf(violations);
    }

    /**
     * What one side of a reaction amounts to.
     *
     * @param workNanos total work, an instance
     * @param demandCores cores
     * @param slotBytes of the packets' areas
     * @param resources how many tables
     * @param packets how many
     */
    public record Amounts(double workNanos, double demandCores, long slotBytes, int resources, int packets)
    {
        @Override
        public String toString()
        {
            return String.format(Locale.ROOT, "work %.3f ns, %.6f cores, %d slot bytes, %d resources, %d packets",
                workNanos, demandCores, slotBytes, resources, packets);
        }
    }

    /**
     * A law that is broken.
     *
     * @param law that it is
     * @param place molecule or packet
     * @param message one sentence
     */
    public record Violation(ConservationLaw law, String place, String message)
    {
        @Override
        public String toString()
        {
            return law + " of " + place + ": " + message;
        }
    }

    /** Tells whether all laws hold. */
    public boolean holds()
    {
        return violations.isEmpty();
    }

    /**
     * Tells whether a law holds.
     *
     * @param law to look at
     * @return whether nothing breaks it
     */
    public boolean holds(final ConservationLaw law)
    {
        return violations.stream().noneMatch(violation -> violation.law() == law);
    }

    @Override
    public String toString()
    {
        final StringBuilder text = new StringBuilder(256);
        text.append(reaction).append(holds() ? ": all laws hold" : ": laws are broken").append('\n');
        text.append("  before  ").append(before).append('\n');
        text.append("  after   ").append(after).append('\n');
        violations.forEach(violation -> text.append("  - ").append(violation).append('\n'));
        return text.toString();
    }
}
