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
package io.packetflow.engine.telemetry.event;

import io.packetflow.engine.journal.RecoveryReport;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** Cold path. A start has recovered a journal. */
@Name("packetflow.Recovery")
@Label("Recovery")
@Category("PacketFlow")
@Description("A start has brought the molecule to where its journal ended")
@StackTrace(false)
public final class RecoveryEvent extends Event
{
    @Label("Epoch")
    @Description("In which the run goes on")
    final int epoch;

    @Label("Snapshot")
    @Description("Instance of the snapshot that was restored, 0 if none was")
    final long snapshotSequence;

    @Label("Replayed Instances")
    final long replayed;

    @Label("Last Instance")
    final long lastSequence;

    @Label("Time Taken")
    @Timespan
    final long elapsedNanos;

    @Label("End")
    @Description("How the journal ended")
    final String end;

    /**
     * Creates the event.
     *
     * @param report of the recovery
     */
    public RecoveryEvent(final RecoveryReport report)
    {
        epoch = report.epoch();
        snapshotSequence = report.snapshotSequence();
        replayed = report.replayed();
        lastSequence = report.lastSequence();
        elapsedNanos = report.elapsedNanos();
        end = report.end();
    }
}
