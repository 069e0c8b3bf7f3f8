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
package io.packetflow.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.agrona.concurrent.status.AtomicCounter;

import io.packetflow.engine.telemetry.CountersFile;
import io.packetflow.engine.telemetry.CountersFileException;
import io.packetflow.engine.telemetry.EngineCounter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One counters file, read over the lives of its engines. */
class WatchedEngineTest
{
    @TempDir
    private Path directory;

    private Path path()
    {
        return directory.resolve("counters.dat");
    }

    @Test
    void shouldReadWhatAnEngineCountsWhileItCounts()
    {
        try (CountersFile file = CountersFile.create(path()); WatchedEngine engine = new WatchedEngine(path()))
        {
            final AtomicCounter cycles = file.allocate(EngineCounter.NODE_CYCLES, "df");
            file.allocate(EngineCounter.STATE, "M").setRelease(1);
            cycles.setRelease(5);

            assertThat(engine.read().counters()).first().isEqualTo(new CounterReading(EngineCounter.NODE_CYCLES
                .typeId(), java.util.Optional.of(EngineCounter.NODE_CYCLES), "df", "df: duty cycles", 5));
            cycles.setRelease(6);
            assertThat(engine.read().value(EngineCounter.NODE_CYCLES)).hasValue(6);
            assertThat(engine.read().molecule()).isEqualTo("M");
            assertThat(engine.read().alive()).isTrue();
            assertThat(engine.read().pid()).isEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void shouldFindTheNextEngineWhereTheOneBeforeHasEnded()
    {
        try (WatchedEngine engine = new WatchedEngine(path()))
        {
            assertThatThrownBy(engine::read).isInstanceOf(CountersFileException.class);
            try (CountersFile first = CountersFile.create(path()))
            {
                first.allocate(EngineCounter.STALLS, "M").setRelease(1);
                assertThat(engine.read().alive()).isTrue();
            }
            assertThat(engine.read().alive()).isFalse();
            assertThat(engine.read().closedMillis()).isPresent();
            assertThat(engine.read().value(EngineCounter.STALLS)).hasValue(1);
            try (CountersFile second = CountersFile.create(path()))
            {
                second.allocate(EngineCounter.STALLS, "M").setRelease(2);
                assertThat(engine.read().alive()).isTrue();
                assertThat(engine.read().value(EngineCounter.STALLS)).hasValue(2);
            }
        }
    }

    @Test
    void shouldCallAnEngineSilentThatLivesAndDoesNotWrite()
    {
        try (CountersFile file = CountersFile.create(path()); WatchedEngine engine = new WatchedEngine(path()))
        {
            final AtomicCounter heartbeat = file.allocate(EngineCounter.HEARTBEAT, "M");
            assertThat(engine.read().silenceMillis()).isEmpty();
            assertThat(engine.read().isSilent()).isFalse();

            heartbeat.setRelease(System.currentTimeMillis());
            assertThat(engine.read().isSilent()).isFalse();
            heartbeat.setRelease(System.currentTimeMillis() - EngineReading.SILENCE_LIMIT_MILLIS - 1);
            assertThat(engine.read().isSilent()).isTrue();
        }
    }

    @Test
    void shouldFindEnginesBesideEachOtherAndOneDirectoryBelow() throws IOException
    {
        final Path below = directory.resolve("b/counters.dat");
        Files.writeString(directory.resolve("control-1.dat"), "something else");
        Files.writeString(directory.resolve("notes.txt"), "something else");
        CountersFile.create(directory.resolve("old.dat")).close();
        Files.write(directory.resolve("cut.dat"), java.util.Arrays.copyOf(
            Files.readAllBytes(directory.resolve("old.dat")), 5_000));
        try (CountersFile one = CountersFile.create(path()); CountersFile two = CountersFile.create(below))
        {
            one.allocate(EngineCounter.STATE, "M");
            two.allocate(EngineCounter.STATE, "N");

            final EngineSearch found = EngineSearch.in(directory);

            assertThat(found.alive()).extracting(EngineSearch.Found::file).containsExactly(below, path());
            assertThat(found.alive()).extracting(EngineSearch.Found::molecule).containsExactly("N", "M");
            assertThat(found.ended()).extracting(EngineSearch.Found::file)
                .containsExactly(directory.resolve("old.dat"));
            assertThat(found.unreadable()).hasSize(1).first().asString().contains("cut.dat is cut: 5000 of ");
        }
        assertThat(EngineSearch.in(directory.resolve("nowhere")).alive()).isEmpty();
    }
}
