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

import java.nio.file.Path;

import io.packetflow.engine.telemetry.CounterType;
import io.packetflow.engine.telemetry.CountersFile;
import io.packetflow.engine.telemetry.EngineCounter;

/** Counters as an engine would have written them, with every kind of the engine's and one of a program of one's own. */
public final class CountersFixture
{
    private static final long CYCLES = 46_186_178;
    private static final long PUBLISHED = 173_477;
    private static final long FREED = 173_413;

    private CountersFixture()
    {
    }

    /** A counter that no module of ours knows. */
    private static final class Foreign implements CounterType
    {
        @Override
        public int typeId()
        {
            return 10_001;
        }

        @Override
        public String label()
        {
            return "parcels";
        }
    }

    /**
     * Makes a file that is open, as that of a running engine.
     *
     * @param path of the file
     * @return the counters, at fixed values
     */
    public static CountersFile running(final Path path)
    {
        final CountersFile file = CountersFile.create(path);
        set(file, EngineCounter.STATE, "M", 1);
        for (final EngineCounter type : EngineCounter.values())
        {
            switch (type)
            {
                case STATE, RING_CAPACITY, RING_GATING, RING_PUBLISHED, STAGE_COMPLETED, NODE_CYCLES, NODE_CPU,
                    PACKET ->
                {
                    // Below, with the values that a picture of them needs.
                }
                default -> set(file, type, owner(type), type.typeId());
            }
        }
        set(file, EngineCounter.RING_CAPACITY, "M", 256);
        set(file, EngineCounter.RING_GATING, "M", FREED);
        set(file, EngineCounter.RING_PUBLISHED, "M", PUBLISHED);
        set(file, EngineCounter.STAGE_COMPLETED, "stage 0 [a, b]", FREED);
        set(file, EngineCounter.NODE_CYCLES, "df", CYCLES);
        set(file, EngineCounter.NODE_CPU, "df", -1);
        set(file, EngineCounter.PACKET, "OrderRouter: orders sent", 4_461);
        set(file, EngineCounter.PACKET, "OrderRouter: refusals lost", 0);
        set(file, new Foreign(), "shop", 12);
        return file;
    }

    private static void set(final CountersFile file, final CounterType type, final String owner, final long value)
    {
        file.allocate(type, owner).setRelease(
            type == EngineCounter.HEARTBEAT ? System.currentTimeMillis() : value);
    }

    private static String owner(final EngineCounter type)
    {
        return switch (CounterKind.of(type))
        {
            case JOURNAL -> "journal";
            case QUEUE -> "queue behind the journal";
            case LATENCY -> "tick to trade";
            default -> type == EngineCounter.BACK_EDGE_REFUSED ? "a" : "M";
        };
    }
}
