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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import io.packetflow.engine.telemetry.StallAlarm;
import io.packetflow.ringbuffers.journal.write.SpaceState;

import org.junit.jupiter.api.Test;

/** What a flight recording holds of an engine: what happens seldom, and of that everything. */
class FlightEventsTest extends JournaledReactorFixture
{
    /** Does something that may throw. */
    private interface Work
    {
        void run() throws Exception;
    }

    private List<RecordedEvent> record(final Work work) throws Exception
    {
        final Path file = directory.resolve("flight.jfr");
        try (Recording recording = new Recording())
        {
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        return read(file);
    }

    private static List<RecordedEvent> read(final Path file) throws IOException
    {
        return RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().startsWith("packetflow.")).toList();
    }

    private static List<RecordedEvent> named(final List<RecordedEvent> events, final String name)
    {
        return events.stream().filter(event -> event.getEventType().getName().equals("packetflow." + name)).toList();
    }

    @Test
    void shouldRecordARecoveryWithWhatItFound() throws Exception
    {
        try (Reactor reactor = Reactor.launch(context(value -> value, options(), INSTANCES / 2)))
        {
            reactor.awaitCompletion();
        }

        final List<RecordedEvent> recoveries = named(record(() ->
        {
            try (Reactor reactor = Reactor.launch(context(value -> value, options())))
            {
                reactor.awaitCompletion();
            }
        }), "Recovery");

        assertThat(recoveries).hasSize(1);
        final RecordedEvent event = recoveries.get(0);
        assertThat(event.getInt("epoch")).isEqualTo(2);
        assertThat(event.getLong("snapshotSequence")).isZero();
        assertThat(event.getLong("replayed")).isEqualTo(event.getLong("lastSequence"))
            .isGreaterThanOrEqualTo(INSTANCES / 2);
        assertThat(event.getDuration("elapsedNanos")).isPositive();
        assertThat(event.getString("end")).isNotBlank();
        assertThat(event.getStackTrace()).isNull();
        assertThat(event.getEventType().getCategoryNames()).containsExactly("PacketFlow");
    }

    @Test
    void shouldRecordNoRecoveryWhereThereIsNothingToRecover() throws Exception
    {
        assertThat(named(record(() ->
        {
            try (Reactor reactor = Reactor.launch(context(value -> value, options())))
            {
                reactor.awaitCompletion();
            }
        }), "Recovery")).isEmpty();
    }

    @Test
    void shouldRecordASnapshotWithSizeAndPause() throws Exception
    {
        final List<RecordedEvent> snapshots = named(record(() ->
        {
            try (Reactor reactor = Reactor.launch(context(value -> value, options())))
            {
                reactor.requestSnapshot();
                reactor.awaitCompletion();
                reactor.drain();
            }
        }), "Snapshot");

        assertThat(snapshots).hasSize(1);
        assertThat(snapshots.get(0).getLong("sequence")).isPositive();
        assertThat(snapshots.get(0).getLong("bytes")).isPositive();
        assertThat(snapshots.get(0).getDuration("pauseNanos")).isPositive();
    }

    @Test
    void shouldRecordAStallAtItsAlarmAndAgainAtItsEnd() throws Exception
    {
        final List<RecordedEvent> events = record(() ->
        {
            final StallReporter reporter = new StallReporter(line -> { });
            reporter.onStall(new StallAlarm("df", 150_000_000, 100_000_000));
            reporter.onStall(new StallAlarm("ed", 101_000_000, 100_000_000));
            // As long as an event must last to be recorded by default.
            final long startNanos = System.nanoTime();
            while (System.nanoTime() - startNanos < 2_000_000)
            {
                Thread.onSpinWait();
            }
            reporter.onRecovery("df", 170_000_000);
            reporter.end();
        });

        assertThat(named(events, "StallAlarm")).extracting(event -> event.getString("node"))
            .containsExactlyInAnyOrder("df", "ed");
        assertThat(named(events, "StallAlarm")).allMatch(
            event -> event.getDuration("limitNanos").equals(Duration.ofMillis(100)));
        assertThat(named(events, "NodeStall")).hasSize(2);
        final RecordedEvent ended = named(events, "NodeStall").stream()
            .filter(event -> event.getString("node").equals("df")).findFirst().orElseThrow();
        assertThat(ended.getBoolean("recovered")).isTrue();
        assertThat(ended.getDuration("stalledNanos")).isEqualTo(Duration.ofMillis(170));
        assertThat(ended.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(1));
        assertThat(named(events, "NodeStall")).filteredOn(event -> !event.getBoolean("recovered")).hasSize(1);
    }

    @Test
    void shouldRecordThatTheDiskOfAJournalIsLowAndFullOnceEach() throws Exception
    {
        final SpaceState[] state = {SpaceState.OPEN};
        final ReactorControl control =
            new ReactorControl(FailurePolicy.HALT, failure -> { }, new FailureLocator(List.of(), List.of()));
        control.moveTo(ReactorState.RUNNING);

        final List<RecordedEvent> faults = named(record(() ->
        {
            final SpaceUpkeep upkeep =
                new SpaceUpkeep(Path.of("j"), () -> state[0], new EngineCommandSource(), control, line -> { });
            for (final SpaceState next : List.of(SpaceState.OPEN, SpaceState.CANCEL_ONLY, SpaceState.FULL))
            {
                state[0] = next;
                upkeep.step();
                upkeep.step();
            }
        }), "JournalFault");

        assertThat(faults).extracting(event -> event.getString("fault"))
            .containsExactlyInAnyOrder("space low", "space full");
        assertThat(faults).allMatch(event -> event.getString("message").startsWith("the disk of the journal j is "));
    }

    /** Simulated hosts, whose standbys take over, whose primaries are fenced and whose disks fail. */
    @Test
    void shouldRecordTakeoversAndFaultsOfAJournal() throws Exception
    {
        final FaultPlans plans = FaultPlans.compile(directory);
        final Map<FaultEvent, Integer> happened = FaultRun.noEvents();

        final List<RecordedEvent> events = record(() ->
        {
            for (long seed = 0; seed < 60; seed++)
            {
                try (FaultRun run = new FaultRun(seed, plans, happened, null))
                {
                    run.run();
                }
            }
        });

        assertThat(happened).containsKeys(FaultEvent.TAKEOVER, FaultEvent.FENCED, FaultEvent.FAIL_STOP);
        assertThat(named(events, "Takeover")).isNotEmpty().allMatch(event -> event.getInt("epoch") > 1)
            .allMatch(event -> !event.getDuration("takeoverNanos").isNegative());
        assertThat(named(events, "JournalFault")).extracting(event -> event.getString("fault"))
            .contains("stopped", "fenced");
    }
}
