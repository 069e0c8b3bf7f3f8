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
 * How a molecule is journaled. The sequencing node appends each instance that it admits: before the stages of its own
 * loop where these release gated outputs, else right after the publication, while the other nodes work already.
 *
 * @param durability what an output waits for
 * @param gatedOutputs packets whose release waits, in order of composition
 */
public record JournalPlan(Durability durability, Set<String> gatedOutputs)
{
    /**
     * Tells whether a stage has outputs that may have to wait after they were computed. In {@code process-safe} mode
     * the sequencing node's own stages never wait: what they see was appended before, by the same thread.
     *
     * @param stage of the plan
     * @return whether its releases are queued until the gate opens
     */
    public boolean defers(final StagePlan stage)
    {
        return stage.packets().stream().anyMatch(gatedOutputs::contains) &&
            (durability != Durability.PROCESS_SAFE || stage.node() != 0);
    }

    /**
     * Tells whether a stage may only begin an instance once it is appended.
     *
     * @param stage that the sequencing loop runs at once
     * @return whether the append comes before the stage
     */
    public boolean precedes(final StagePlan stage)
    {
        return !defers(stage) && stage.packets().stream().anyMatch(gatedOutputs::contains);
    }

    @Override
    public String toString()
    {
        return durability + ": " + durability.promise() + "; gated: " +
            (gatedOutputs.isEmpty() ? "nothing" : String.join(", ", gatedOutputs));
    }
}
