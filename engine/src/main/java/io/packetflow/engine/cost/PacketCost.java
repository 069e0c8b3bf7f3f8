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
package io.packetflow.engine.cost;

/**
 * Cold path. What one packet costs (thesis section 3.1.3 leaves the units open; here they are bound).
 *
 * @param baseNanos time of one firing, without load
 * @param origin of the time
 * @param priority weight, 1 where none is declared
 * @param resourceDemand share of a core that it wants, 0 to 1; 0 where none is declared, then rate and time give it
 * @param failureProbability that an hour brings a failure, 0 to 1
 * @param firingShare share of the instances that reach it for which its trigger fires, 0 to 1
 */
public record PacketCost(
    double baseNanos,
    CostOrigin origin,
    double priority,
    double resourceDemand,
    double failureProbability,
    double firingShare)
{
    /** Time of a packet of which nothing is known, in nanoseconds. */
    public static final double DEFAULT_BASE_NANOS = 25;

    /** Probability that a packet fails within an hour where none is declared. */
    public static final double DEFAULT_FAILURE_PROBABILITY = 1e-6;

    /** What a packet costs of which nothing is known. */
    public static final PacketCost ASSUMED =
        new PacketCost(DEFAULT_BASE_NANOS, CostOrigin.ASSUMED, 1, 0, DEFAULT_FAILURE_PROBABILITY, 1);

    /** Checks the ranges. */
    public PacketCost
    {
        if (!(baseNanos >= 0) || !(priority > 0))
        {
            throw new IllegalArgumentException(
                "a base time is not negative and a priority above 0: baseNanos=" + baseNanos + " priority=" + priority);
        }
        requireShare("resourceDemand", resourceDemand);
        requireShare("failureProbability", failureProbability);
        requireShare("firingShare", firingShare);
    }

    /**
     * Puts a measured time in the place of the declared one.
     *
     * @param nanos of one firing
     * @return a changed copy
     */
    public PacketCost measured(final double nanos)
    {
        return new PacketCost(nanos, CostOrigin.MEASURED, priority, resourceDemand, failureProbability, firingShare);
    }

    private static void requireShare(final String name, final double value)
    {
        if (!(value >= 0 && value <= 1))
        {
            throw new IllegalArgumentException(name + " is 0 to 1: " + value);
        }
    }
}
