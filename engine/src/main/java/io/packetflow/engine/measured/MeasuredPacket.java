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
package io.packetflow.engine.measured;

import io.packetflow.engine.cost.PacketCost;

/**
 * Cold path. A packet as it was predicted and as it was measured.
 *
 * @param packet name
 * @param predicted cost, declared or assumed
 * @param predictedNanos of a firing in its place (theorem 3.2, without load)
 * @param measuredNanos of a firing, the mean
 * @param measuredShare of the instances for which it fired
 */
public record MeasuredPacket(
    String packet, PacketCost predicted, double predictedNanos, double measuredNanos, double measuredShare)
{
    /** Returns how far the predicted time is off, in percent of what was measured; NaN where nothing was measured. */
    public double errorPercent()
    {
        return measuredNanos > 0 ? 100 * (predictedNanos / measuredNanos - 1) : Double.NaN;
    }
}
