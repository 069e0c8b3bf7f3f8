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
package io.packetflow.tuning.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;

import io.packetflow.engine.reactor.ReactorState;
import io.packetflow.engine.telemetry.EngineCounter;
import io.packetflow.engine.watch.EngineReading;

/** Cold path. Says whose counters these are, and whether anybody still writes them. */
final class StatHeader
{
    private StatHeader()
    {
    }

    static String text(final EngineReading reading)
    {
        return "engine   " + (reading.molecule().isEmpty() ? "" : reading.molecule() + ", ") + "process " +
            reading.pid() + ", started " + time(reading.startMillis()) + System.lineSeparator() +
            "file     " + reading.file() + ", version " + reading.version() + System.lineSeparator() +
            "read     " + time(reading.takenMillis()) + System.lineSeparator() +
            "state    " + state(reading) + System.lineSeparator();
    }

    /** What the last state was, and whether the engine lives. */
    static String state(final EngineReading reading)
    {
        final String state = stateName(reading.value(EngineCounter.STATE));
        if (reading.closedMillis().isPresent())
        {
            return "ENDED at " + time(reading.closedMillis().getAsLong()) + "; last state " + state +
                ". These are its last values";
        }
        if (!reading.alive())
        {
            return "DEAD: process " + reading.pid() + " is gone and has not closed the file; last state " + state +
                ". These are its last values" + lastSign(reading);
        }
        final OptionalLong silence = reading.silenceMillis();
        if (reading.isSilent())
        {
            return String.format(Locale.ROOT, "SILENT for %,d ms, though its process lives: it is stopped, or its " +
                "conductor thread gets no CPU; last state %s. The values are that old", silence.getAsLong(), state);
        }
        return state + (silence.isEmpty() ? ", the gate has not opened yet" :
            String.format(Locale.ROOT, ", last sign of life %,d ms ago", silence.getAsLong()));
    }

    private static String lastSign(final EngineReading reading)
    {
        return reading.value(EngineCounter.HEARTBEAT).stream().filter(millis -> millis != 0)
            .mapToObj(millis -> " of " + time(millis)).findFirst().orElse("");
    }

    private static String stateName(final OptionalLong code)
    {
        for (final ReactorState state : ReactorState.values())
        {
            if (code.isPresent() && state.code() == code.getAsLong())
            {
                return state.name();
            }
        }
        return code.isPresent() ? "of the unknown number " + code.getAsLong() : "not told";
    }

    private static String time(final long millis)
    {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
