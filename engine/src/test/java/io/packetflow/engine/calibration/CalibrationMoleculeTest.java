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
package io.packetflow.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.reactor.ReactorContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the calibration runs; what it measures is no matter of tests. */
class CalibrationMoleculeTest
{
    private static final long STAMPED = 200;
    private static final long UNSTAMPED = 5_000;

    @TempDir
    private Path directory;

    @Test
    void shouldBringEveryInstanceToTheEndOfTheChain()
    {
        final ReactorSettings settings = ReactorSettings.builder().set("packetflow.warmup", "off")
            .set("packetflow.threading", "invoker").set("packetflow.plan", "one-node")
            .set("packetflow.cores.reserve", "off").set("packetflow.stall.limit", "1h")
            .set("packetflow.counters.file", directory.resolve("counters.dat").toString()).conclude();
        try (Reactor reactor = Reactor.prepare(new ReactorContext().molecule(CalibrationMolecule.of(4))
            .settings(settings).source("nothing", CalibrationSource.class,
                warmUp -> new CalibrationSource(STAMPED, 0, UNSTAMPED, true))))
        {
            reactor.open();
            reactor.awaitCompletion();
            final CalibrationPackets.Arrival last =
                reactor.handler(CalibrationMolecule.LAST, CalibrationPackets.Arrival.class);

            assertThat(last.count()).isEqualTo(STAMPED + UNSTAMPED);
            assertThat(last.nanos(50)).hasSize((int)STAMPED - 50);
            assertThat(last.nanos(0)).hasSize((int)STAMPED);
            assertThat(last.perSecond(UNSTAMPED)).isPositive();
        }
    }
}
