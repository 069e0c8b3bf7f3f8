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
package io.packetflow.latency.engine;

import java.util.Arrays;
import java.util.Optional;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.ringbuffers.journal.Durability;

/**
 * Cold path. In which of its plans the engine runs, each part as the engine's own settings have it.
 *
 * @param grouping value of {@code packetflow.grouping}
 * @param plan value of {@code packetflow.plan}
 * @param publication value of {@code packetflow.publication}
 * @param durability name of the journal's mode, empty where nothing is journaled
 */
public record EngineSpec(String grouping, String plan, String publication, String durability)
{
    /** Fused, run to completion on one node: the plan that tails are reported from. */
    public static final EngineSpec ONE_NODE = new EngineSpec("fused", "one-node", "cursor", "");

    private static final int PARTS = 3;

    /**
     * Reads a plan.
     *
     * @param text {@code GROUPING/PLAN/PUBLICATION}, or with {@code /DURABILITY} behind it
     * @return the plan
     * @throws UsageException if the text has another form
     */
    public static EngineSpec parse(final String text)
    {
        final String[] parts = text.split("/", -1);
        if (parts.length == PARTS + 1)
        {
            return new EngineSpec(parts[0], parts[1], parts[2], parts[PARTS]);
        }
        if (parts.length != PARTS)
        {
            throw new UsageException("a plan is GROUPING/PLAN/PUBLICATION, such as " + ONE_NODE + ", but not: " + text);
        }
        return new EngineSpec(parts[0], parts[1], parts[2], "");
    }

    /**
     * Returns the same plan, journaled.
     *
     * @param mode name of the journal's mode
     * @return a changed copy
     */
    public EngineSpec journaled(final String mode)
    {
        return new EngineSpec(grouping, plan, publication, mode);
    }

    /** Returns the mode of the journal, empty where nothing is journaled. */
    Optional<Durability> mode()
    {
        return Arrays.stream(Durability.values()).filter(value -> value.text().equals(durability)).findFirst();
    }

    @Override
    public String toString()
    {
        return grouping + "/" + plan + "/" + publication + (durability.isEmpty() ? "" : "/" + durability);
    }
}
