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
package io.packetflow.engine.plan;

import io.packetflow.ringbuffers.pressure.BackPressure;
import io.packetflow.ringbuffers.waiting.WaitStrategy;

/**
 * What the configuration says of one periodic group.
 *
 * @param cpus its cores in cpulist form, empty to let the planner choose
 * @param ringSize slots of the rings that the group owns, a power of two
 * @param oneNodeRingSize the same where one node runs the whole molecule and the ring bridges nothing
 * @param committedRingSize the same where outputs wait until their input is on a disk or at the standby
 * @param waiting of its nodes; null to let the plan choose: busy spin on a core of its own, else yield
 * @param backPressure default for rings that the group owns
 */
public record GroupOptions(
    String cpus,
    int ringSize,
    int oneNodeRingSize,
    int committedRingSize,
    WaitStrategy waiting,
    BackPressure backPressure)
{
    /** What holds where nothing is configured. */
    public static final GroupOptions DEFAULT =
        new GroupOptions("", 1024, 256, 16_384, null, BackPressure.SPIN);

    /**
     * Options with rings of one size.
     *
     * @param cpus its cores in cpulist form, empty to let the planner choose
     * @param ringSize slots of the rings that the group owns, a power of two
     * @param waiting of its nodes; null to let the plan choose
     * @param backPressure default for rings that the group owns
     */
    public GroupOptions(
        final String cpus, final int ringSize, final WaitStrategy waiting, final BackPressure backPressure)
    {
        this(cpus, ringSize, ringSize, ringSize, waiting, backPressure);
    }
}
