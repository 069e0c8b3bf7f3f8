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

import java.util.List;

import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.latency.report.Row;

/**
 * Cold path. What came of a scenario.
 *
 * @param rows of the table
 * @param notes that a reader of the table needs
 * @param pictures of durations, all forks of a subject together
 * @param isSound whether the figures mean what they say: false where floor and engine did different work
 */
public record Outcome(List<Row> rows, List<String> notes, List<LatencySeries> pictures, boolean isSound)
{
    /** Copies the lists. */
    public Outcome
    {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        pictures = List.copyOf(pictures);
    }

    /** Returns the outcome of what was not measured. */
    public static Outcome none()
    {
        return of(List.of(), List.of());
    }

    /**
     * An outcome without pictures.
     *
     * @param rows of the table
     * @param notes that a reader needs
     * @return the outcome
     */
    static Outcome of(final List<Row> rows, final List<String> notes)
    {
        return new Outcome(rows, notes, List.of(), true);
    }
}
