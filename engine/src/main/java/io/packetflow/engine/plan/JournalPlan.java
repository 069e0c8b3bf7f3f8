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

import java.util.Set;

import io.packetflow.ringbuffers.journal.Durability;

/**
 * How a molecule is journaled. The sequencing node appends each instance that it admits. In {@code process-safe} mode
 * it does so before the publication if anything is gated: whoever sees an instance then knows that it is appended, and
 * no output asks for it. To look at the writer's word instead would cost a transfer between cores, which takes several
 * times as long as the append. In the other modes an output waits for a disk or a standby anyway, so the append comes
 * right after the publication, while the other nodes work already.
 *
 * @param durability what an output waits for
 * @param gatedOutputs packets whose release waits, in order of composition
 */
public record JournalPlan(Durability durability, Set<String> gatedOutputs)
{
    /**
     * Tells whether a stage has outputs that may have to wait after they were computed; never in {@code process-safe}
     * mode, where all that a stage sees was appended before.
     *
     * @param stage of the plan
     * @return whether its releases are queued until the gate opens
     */
    public boolean defers(final StagePlan stage)
    {
        return durability != Durability.PROCESS_SAFE && isGated(stage);
    }

    /**
     * Tells whether an output of a stage waits for the journal, in whatever way.
     *
     * @param stage of the plan
     * @return whether it has such an output
     */
    public boolean isGated(final StagePlan stage)
    {
        return stage.packets().stream().anyMatch(gatedOutputs::contains);
    }

    /** Returns whether an instance is appended before anybody sees it. */
    public boolean appendsFirst()
    {
        return durability == Durability.PROCESS_SAFE && !gatedOutputs.isEmpty();
    }

    @Override
    public String toString()
    {
        return durability + ": " + durability.promise() + "; gated: " +
            (gatedOutputs.isEmpty() ? "nothing" : String.join(", ", gatedOutputs));
    }
}
