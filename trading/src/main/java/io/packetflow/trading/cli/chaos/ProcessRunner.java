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

import java.io.IOException;
import java.nio.file.Path;

import io.packetflow.ringbuffers.journal.Durability;

/** Cold path. Starts the processes of one mode, and watches each of them until it is over. */
final class ProcessRunner
{
    private final TradeProgram program;
    private final Durability mode;
    private final FeedScale scale;
    private final int timeoutSeconds;

    ProcessRunner(final CampaignOptions options, final Durability mode)
    {
        this.mode = mode;
        this.scale = FeedScale.of(mode, options.messages());
        this.program = new TradeProgram(options, mode, scale);
        this.timeoutSeconds = options.timeoutSeconds();
    }

    /** Returns how much of a feed the processes get. */
    FeedScale scale()
    {
        return scale;
    }

    /**
     * Runs one.
     *
     * @param place of its files
     * @param life number of the process in this place
     * @param plan of the kill, null for none
     * @param before what the process before it left
     * @param times of the starts so far
     */
    Death run(
        final RunPlace place, final int life, final KillPlan plan, final JournalState before, final RestartTimes times)
        throws IOException
    {
        final Path log = place.log(life);
        try (JournalEye eye = new JournalEye(place.journal(), mode, before.newestEpoch()))
        {
            final Process process = program.start(place, plan != null && plan.isOptimized(), log);
            final KillTrigger trigger = plan == null ? (watched, livedNanos) -> false :
                KillTriggers.of(plan, before.sequence(), scale.stride(), times, process.pid());
            return new Life(process, log, place.orders(), before.sequence()).live(eye, trigger, timeoutSeconds);
        }
    }
}
