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
package io.packetflow.trading.cli.chaos;

import java.util.SplittableRandom;

import io.packetflow.ringbuffers.journal.Durability;

/**
 * Cold path. One fault, drawn from seed, mode and number alone.
 *
 * @param fault that is done
 * @param afterNanos from the moment at which the standby has caught up
 */
record FaultPlan(Fault fault, long afterNanos)
{
    private static final int MODE_STEP = 1_000_003;
    private static final long MOST_NANOS = 3_000_000_000L;

    /**
     * Draws a plan; kinds of faults come in turns, so that few already meet all of them.
     *
     * @param options of the campaign
     * @param mode of the journal
     * @param number of the fault, from 1
     */
    static FaultPlan draw(final FailoverOptions options, final Durability mode, final int number)
    {
        final SplittableRandom random =
            new SplittableRandom(options.common().seed() + (long)MODE_STEP * (mode.code() + 1) + number);
        final Fault fault = options.faults().get((number - 1) % options.faults().size());
        // Outside replica nobody waits for a standby, so its death is nothing to look at.
        return new FaultPlan(fault == Fault.STANDBY && mode != Durability.REPLICA ? Fault.KILL : fault,
            random.nextLong(MOST_NANOS));
    }
}
