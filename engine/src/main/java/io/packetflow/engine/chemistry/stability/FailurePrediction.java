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
package io.packetflow.engine.chemistry.stability;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.chemistry.structure.Workload;

/**
 * Cold path. Theorem 3.3: how likely a packet is to fail within an hour where it runs, {@code intrinsic × environmental
 * stress}, 0 to 1.
 *
 * <p>The stress is {@code (1 + contention) / (1 - u)}, without unit, from 1: contention for its resources
 * ({@link PacketStress}) and utilisation u of its node. A node that is overloaded fails for sure to
 * keep up, so there the probability is 1, but for a packet that cannot fail.
 *
 * @param packet name
 * @param intrinsicPerHour probability that an hour brings a failure of the packet without stress, 0 to 1
 * @param utilisation of its node
 * @param contention for its resources, not negative
 */
public record FailurePrediction(String packet, double intrinsicPerHour, double utilisation, double contention)
{
    /**
     * Predicts for all packets.
     *
     * @param workload of the molecule
     * @return predictions in order of composition
     */
    public static List<FailurePrediction> of(final Workload workload)
    {
        final List<FailurePrediction> predictions = new ArrayList<>();
        for (final PacketStress stress : PacketStress.of(workload))
        {
            final int packet = workload.graph().indexOf(stress.packet());
            predictions.add(new FailurePrediction(stress.packet(), workload.cost(packet).failureProbability(),
                workload.utilisation(workload.node(packet)), stress.contention()));
        }
        return predictions;
    }

    /** Returns the environmental stress, from 1; infinite where utilisation reaches 1. */
    public double environmentalStress()
    {
        return utilisation < 1 ? (1 + contention) / (1 - utilisation) : Double.POSITIVE_INFINITY;
    }

    /** Returns the probability that an hour brings a failure, 0 to 1. */
    public double probabilityPerHour()
    {
        return intrinsicPerHour > 0 ? Math.min(1, intrinsicPerHour * environmentalStress()) : 0;
    }
}
