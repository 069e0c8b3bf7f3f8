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
package io.packetflow.engine.routing;

/**
 * Cold path. How much affinity, load and latency count in algorithm 3.1.
 *
 * @param alpha of the affinity, which is 0.2 to 0.9
 * @param beta of the load, which is 0 on an idle node and 1 on a full one
 * @param gamma of the latency in microseconds
 */
public record RoutingWeights(double alpha, double beta, double gamma)
{
    /** All three count alike: a full node loses to an idle one, and a microsecond is as bad as a full node. */
    public static final RoutingWeights DEFAULT = new RoutingWeights(1, 1, 1);

    /** Checks the ranges. */
    public RoutingWeights
    {
        if (!(alpha >= 0 && beta >= 0 && gamma >= 0) || Double.isInfinite(alpha + beta + gamma))
        {
            throw new IllegalArgumentException(
                "weights are 0 or more: alpha=" + alpha + " beta=" + beta + " gamma=" + gamma);
        }
    }
}
