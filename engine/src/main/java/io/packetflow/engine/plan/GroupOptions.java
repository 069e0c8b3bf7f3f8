package io.packetflow.engine.plan;

import io.packetflow.ringbuffers.pressure.BackPressure;
import io.packetflow.ringbuffers.waiting.WaitStrategy;

/**
 * What the configuration says of one periodic group.
 *
 * @param cpus its cores in cpulist form, empty to let the planner choose
 * @param ringSize slots of the rings that the group owns, a power of two
 * @param waiting of its nodes; null to let the plan choose: busy spin on a core of its own, else yield
 * @param backPressure default for rings that the group owns
 */
public record GroupOptions(String cpus, int ringSize, WaitStrategy waiting, BackPressure backPressure)
{
    /** What holds where nothing is configured. */
    public static final GroupOptions DEFAULT = new GroupOptions("", 1024, null, BackPressure.SPIN);
}
