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
package io.packetflow.engine.reactor;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.telemetry.event.FlightRecording;
import io.packetflow.engine.telemetry.event.JournalFaultEvent;
import io.packetflow.engine.telemetry.event.JournalFaultEvent.Fault;
import io.packetflow.ringbuffers.journal.write.SpaceState;

/**
 * Cold path. Lets the molecule know how much room the journal's disk leaves, by commands that are journaled: so a
 * replay refuses the same orders at the same sequence. Where nothing more fits, it ends the reactor in order. One
 * thread, the journal's helper.
 */
final class SpaceUpkeep
{
    private final Path journal;
    private final Supplier<SpaceState> space;
    private final EngineCommandSource commands;
    private final ReactorControl control;
    private final Consumer<String> progress;
    private boolean isLow;

    /**
     * Makes one.
     *
     * @param journal its directory
     * @param space how much room there is
     * @param commands that reach the molecule, null if it takes none: then it only ends
     * @param control of the reactor
     * @param progress takes a line for each change
     */
    SpaceUpkeep(
        final Path journal,
        final Supplier<SpaceState> space,
        final EngineCommandSource commands,
        final ReactorControl control,
        final Consumer<String> progress)
    {
        this.journal = journal;
        this.space = space;
        this.commands = commands;
        this.control = control;
        this.progress = progress;
        // What a run before was told holds until it is told otherwise.
        this.isLow = commands != null && commands.isLow();
    }

    void step()
    {
        final SpaceState state = space.get();
        tell(state != SpaceState.OPEN);
        if (state == SpaceState.FULL && control.isAlive())
        {
            final String message = "the disk of the journal " + journal + " is full: nothing more is admitted, " +
                "all that was is in the journal; free room on its file system ('packetflow journal prune " + journal +
                "' removes what no snapshot needs), then start again: it goes on where it ended";
            if (control.end() == null)
            {
                FlightRecording.commit(() -> new JournalFaultEvent(Fault.SPACE_FULL, message));
            }
            control.end("the journal", message);
        }
    }

    /** One change at a time: while one waits to be taken, the next one would overtake it. */
    private void tell(final boolean low)
    {
        if (low == isLow || commands == null || commands.isWanted(ControlCommands.SPACE_LOW) ||
            commands.isWanted(ControlCommands.SPACE_ENOUGH))
        {
            return;
        }
        isLow = low;
        commands.request(low ? ControlCommands.SPACE_LOW : ControlCommands.SPACE_ENOUGH);
        final String disk = "the disk of the journal " + journal;
        if (!low)
        {
            progress.accept(disk + " has room again: orders are added as before");
            return;
        }
        final String message = disk + " is nearly full: no order is added from now on, cancels pass; free room on its" +
            " file system";
        progress.accept("ALARM: " + message);
        FlightRecording.commit(() -> new JournalFaultEvent(Fault.SPACE_LOW, message));
    }
}
