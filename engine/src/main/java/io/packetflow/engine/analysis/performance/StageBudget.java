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
package io.packetflow.engine.analysis.performance;

import java.util.List;

/**
 * Cold path. When a stage works on an instance that comes alone, in nanoseconds from its arrival. What lies between the
 * arrival or the end of the stage that it waited for and its own start is step and queue.
 *
 * @param stage index in the deployment
 * @param node name
 * @param packets in the order in which they run
 * @param waitedFor index of the stage whose end decided the start: upstream, or before it on its node; -1 for the
 *                  publication
 * @param stepNanos from there: a barrier, a hop or a hop between sockets
 * @param queueNanos that it was ready and its node still at work on another stage
 * @param startNanos when it begins
 * @param workNanos of its packets
 * @param callNanos between its packets
 */
public record StageBudget(int stage, String node, List<String> packets, int waitedFor, double stepNanos,
    double queueNanos, double startNanos, double workNanos, double callNanos)
{
    /** In place of a stage: the publication of the instance. */
    public static final int PUBLICATION = -1;

    /** Copies the list. */
    public StageBudget
    {
        packets = List.copyOf(packets);
    }

    /** Returns when it has completed. */
    public double endNanos()
    {
        return startNanos + workNanos + callNanos;
    }
}
