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
package io.packetflow.engine.optimizer;

import java.util.Map;
import java.util.Set;

/**
 * Cold path. What the optimiser is asked for, and what a structure does not say. Immutable; {@code with...} returns a
 * changed copy.
 *
 * @param nodes cores that the molecule may have, 1 or more
 * @param goal what is made smaller
 * @param threshold smallest gain of a step, as a share of what was predicted before it, 0 to 1
 * @param outputs packets that speak to the outside, none if that is not known: then the sinks are the ends
 * @param byHand node by packet, for the packets that stay where they are put
 * @param inputBytes largest input of an instance, 0 if it is not known: then one cache line
 */
public record OptimiserOptions(
    int nodes, Goal goal, double threshold, Set<String> outputs, Map<String, String> byHand, int inputBytes)
{
    /** A step gains one percent at least. */
    public static final double DEFAULT_THRESHOLD = 0.01;

    /** Copies the collections and checks the ranges. */
    public OptimiserOptions
    {
        outputs = Set.copyOf(outputs);
        byHand = Map.copyOf(byHand);
        if (nodes < 1 || inputBytes < 0)
        {
            throw new IllegalArgumentException("a molecule has 1 node or more, and its input no bytes or more: nodes=" +
                nodes + " inputBytes=" + inputBytes);
        }
        if (!(threshold >= 0 && threshold <= 1))
        {
            throw new IllegalArgumentException("a threshold is a share from 0 to 1: threshold=" + threshold);
        }
    }

    /**
     * Asks for the shortest latency.
     *
     * @param nodes cores that the molecule may have
     * @return the options
     */
    public static OptimiserOptions onNodes(final int nodes)
    {
        return new OptimiserOptions(nodes, Goal.LATENCY, DEFAULT_THRESHOLD, Set.of(), Map.of(), 0);
    }

    /**
     * Changes the goal.
     *
     * @param value what is made smaller
     * @return a changed copy
     */
    public OptimiserOptions withGoal(final Goal value)
    {
        return new OptimiserOptions(nodes, value, threshold, outputs, byHand, inputBytes);
    }

    /**
     * Changes the smallest gain.
     *
     * @param value share of what was predicted before a step
     * @return a changed copy
     */
    public OptimiserOptions withThreshold(final double value)
    {
        return new OptimiserOptions(nodes, goal, value, outputs, byHand, inputBytes);
    }

    /**
     * Says which packets speak to the outside.
     *
     * @param value names
     * @return a changed copy
     */
    public OptimiserOptions withOutputs(final Set<String> value)
    {
        return new OptimiserOptions(nodes, goal, threshold, value, byHand, inputBytes);
    }

    /**
     * Puts packets where they stay.
     *
     * @param value node by packet
     * @return a changed copy
     */
    public OptimiserOptions placedByHand(final Map<String, String> value)
    {
        return new OptimiserOptions(nodes, goal, threshold, outputs, value, inputBytes);
    }

    /**
     * Says how long inputs are.
     *
     * @param value largest input in bytes
     * @return a changed copy
     */
    public OptimiserOptions withInputBytes(final int value)
    {
        return new OptimiserOptions(nodes, goal, threshold, outputs, byHand, value);
    }
}
