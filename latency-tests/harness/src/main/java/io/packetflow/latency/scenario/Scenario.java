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
package io.packetflow.latency.scenario;

import io.packetflow.latency.gate.GatePlan;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.ScenarioRun;

/** Cold path. Something that the bench command measures: subjects side by side, and the lines that come of it. */
public interface Scenario
{
    /** Returns the name on the command line. */
    String name();

    /** Returns what is measured, in one line. */
    String description();

    /** Returns whether it sends the recorded feed. */
    default boolean sendsRecordedFeed()
    {
        return false;
    }

    /**
     * Returns what the regression gate compares of it.
     *
     * @param options of the run
     * @return our own subjects and their metrics; none by default
     */
    default GatePlan gate(final BenchOptions options)
    {
        return GatePlan.none();
    }

    /**
     * Measures.
     *
     * @param run measures subjects for it
     * @return what came of it
     */
    Outcome measure(ScenarioRun run);
}
