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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

import io.packetflow.engine.fixture.Forgetful;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.ScriptedOutput;
import io.packetflow.engine.fixture.ScriptedSource;
import io.packetflow.engine.fixture.Summing;
import io.packetflow.engine.journal.JournalException;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.RecoveryRefusedException;
import io.packetflow.engine.journal.ReplayException;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;
import io.packetflow.ringbuffers.journal.write.JournalSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal does to a molecule's life: gate, recovery, snapshots, refusals. */
class JournaledReactorTest extends JournaledReactorFixture
{
    @ParameterizedTest
    @EnumSource(names = {"GROUP", "SYNC", "REPLICA"})
    void shouldReleaseNothingBeforeItsInputIsDurable(final Durability durability)
    {
        final ReactorContext context = context(value -> value, JournalOptions.of(journal(), durability))
            .planOptions(options -> options.withPlacement("out", "other"));
        final PlannedCode code = PlannedCode.of(context);
        // A warm-up's journal is real but for its gate, which opens when it is told to.
        try (RunningMolecule molecule = new RunningMolecule(context.molecule(), code.plan(), context,
            code.load(context), true))
        {
            run(molecule);
            final long last = molecule.sequencing().lastPublished();
            assertThat(molecule.completed(1)).isEqualTo(last).isGreaterThanOrEqualTo(INSTANCES - 1L);
            assertThat(released).isEmpty();
            assertThat(molecule.isDrained()).isFalse();

            molecule.scratchJournal().orElseThrow().commit();
            run(molecule);

            assertThat(released).hasSize((int)last + 1).isSorted();
            assertThat(molecule.isDrained()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum", "other"})
    void shouldReleaseNothingInProcessSafeModeWhileTheAppendIsHeldBack(final String place)
    {
        final ReactorContext context = context(value -> value, JournalOptions.of(journal(), Durability.PROCESS_SAFE))
            .planOptions(options -> options.withPlacement("out", place));
        final PlannedCode code = PlannedCode.of(context);
        try (HeldBackJournal held = new HeldBackJournal(context.molecule().maxInputBytes());
            RunningMolecule molecule = new RunningMolecule(context.molecule(), code.plan(), context,
                code.load(context), false))
        {
            molecule.run(held.appender(), held.gate());
            run(molecule);
            final int before = released.size();
            assertThat(before).isPositive().isLessThan(INSTANCES).isEqualTo((int)held.appender().lastSequence());

            held.letOn();
            run(molecule);

            assertThat(released).hasSize((int)held.appender().lastSequence()).hasSizeGreaterThan(before).isSorted();
        }
    }

    @Test
    void shouldReleaseNothingThatWaitsOnAnotherNodeOnceAnotherProcessHasTakenOver()
    {
        final ReactorContext context = context(value -> value, JournalOptions.of(journal(), Durability.PROCESS_SAFE))
            .planOptions(options -> options.withPlacement("out", "other"));
        final PlannedCode code = PlannedCode.of(context);
        try (HeldBackJournal held = new HeldBackJournal(context.molecule().maxInputBytes());
            RunningMolecule molecule = new RunningMolecule(context.molecule(), code.plan(), context,
                code.load(context), false))
        {
            molecule.run(held.appender(), held.gate());
            molecule.sequencing().doWork();
            held.fence();

            run(molecule);

            assertThat(molecule.sequencing().lastPublished()).isNotNegative();
            assertThat(released).isEmpty();
        }
    }

    private static void run(final RunningMolecule molecule)
    {
        for (int i = 0; i < INSTANCES; i++)
        {
            molecule.programs().forEach(NodeProgram::doWork);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PROCESS_SAFE", "GROUP", "SYNC"})
    void shouldGoOnWhereItEnded(final Durability durability)
    {
        final JournalOptions options = JournalOptions.of(journal(), durability);
        final long whole = sumOf(JournalOptions.of(directory.resolve("whole"), durability), INSTANCES);

        assertThat(sumOf(options, INSTANCES / 2)).isNotEqualTo(whole);
        assertThat(sumOf(options, INSTANCES)).isEqualTo(whole);
        try (Reactor reactor = Reactor.prepare(context(value -> value, options)))
        {
            assertThat(reactor.recovery().orElseThrow().lastSequence()).isEqualTo(INSTANCES);
            assertThat(reactor.recovery().orElseThrow().end()).startsWith("clean");
            assertThat(reactor.stateHashes()).containsEntry("sum", whole);
        }
    }

    private long sumOf(final JournalOptions options, final int instances)
    {
        try (Reactor reactor = Reactor.launch(context(value -> value, options, instances)))
        {
            reactor.awaitCompletion();
            reactor.drain();
            return reactor.stateHashes().get("sum");
        }
    }

    @Test
    void shouldRecoverFromASnapshotAndReplayOnlyWhatFollows()
    {
        final Path copy = directory.resolve("copy");
        final long expected;
        try (Reactor reactor = Reactor.launch(context(value -> value, options())))
        {
            reactor.step();
            reactor.requestSnapshot();
            reactor.awaitCompletion();
            reactor.drain();
            expected = reactor.stateHashes().get("sum");
        }
        JournalCopy.of(journal(), copy);

        try (Reactor reactor =
            Reactor.prepare(context(value -> value, JournalOptions.of(copy, Durability.PROCESS_SAFE))))
        {
            assertThat(reactor.recovery().orElseThrow().snapshotSequence()).isPositive();
            assertThat(reactor.recovery().orElseThrow().replayed()).isLessThan(INSTANCES);
            assertThat(reactor.stateHashes()).containsEntry("sum", expected);
        }
    }

    @Test
    void shouldTellThatSpaceIsLowAndTellTheReplayAtTheSamePlace()
    {
        final JournalSettings low = new JournalSettings(
            JournalSettings.MIN_SEGMENT_BYTES, 1, 20, Long.MAX_VALUE, JournalSettings.MIN_SEGMENT_BYTES / 4);
        try (Reactor reactor = Reactor.launch(context(value -> value, options()).journal(options().withSettings(low))))
        {
            reactor.awaitCompletion();
            reactor.drain();
        }
        // Told before the first instance is admitted.
        final List<String> told = List.copyOf(commands);
        assertThat(told).containsExactly("7 at 1");
        commands.clear();

        try (Reactor reactor = Reactor.launch(context(value -> value, options(), 2 * INSTANCES)))
        {
            assertThat(commands).isEqualTo(told);
            reactor.awaitCompletion();
            reactor.drain();
        }
        assertThat(commands).containsExactly("7 at 1", "8 at " + (INSTANCES + 2));
    }

    @Test
    void shouldTakeSnapshotsNowAndThenAndCountFromTheOneThatWasRestored()
    {
        final JournalOptions options = options().withSnapshotEvery(INSTANCES / 2 - 10);

        assertThat(restoredByARunOf(options, INSTANCES / 4, 0)).isZero();
        assertThat(restoredByARunOf(options, INSTANCES / 2, 1)).isZero();
        final long first = restoredByARunOf(options, 3 * INSTANCES / 4, 0);
        assertThat(first).isPositive();
        // Counted from the last instance of the run before, none would be due.
        assertThat(restoredByARunOf(options, INSTANCES, 1)).isEqualTo(first);
    }

    /** Goes on until a number of snapshots was taken; each run is shorter than what lies between two of them. */
    private long restoredByARunOf(final JournalOptions options, final int instances, final long snapshots)
    {
        try (Reactor reactor = Reactor.launch(context(value -> value, options, instances)))
        {
            reactor.awaitCompletion();
            while (reactor.counters().get("M: snapshots taken") < snapshots)
            {
                reactor.step();
            }
            reactor.drain();
            assertThat(reactor.counters()).containsEntry("M: snapshots taken", snapshots)
                .containsEntry("M: snapshots dropped", 0L);
            return reactor.recovery().orElseThrow().snapshotSequence();
        }
    }

    @Test
    void shouldCountASnapshotThatIsAskedForBeforeTheLastOneIsWritten()
    {
        final StateCopy copy;
        final ReactorContext context = context(value -> value, options());
        final PlannedCode code = PlannedCode.of(context);
        try (RunningMolecule molecule = new RunningMolecule(context.molecule(), code.plan(), context,
            code.load(context), true))
        {
            copy = new StateCopy(molecule, new long[2]);
            copy.tieTo(molecule.scratchJournal().orElseThrow().appender());
            copy.run();
            copy.run();

            assertThat(copy.isFilled()).isTrue();
            assertThat(List.of(copy.takenCount(), copy.droppedCount())).containsExactly(1L, 1L);
            copy.empty();
            copy.run();
            assertThat(List.of(copy.takenCount(), copy.droppedCount())).containsExactly(2L, 1L);
            copy.close();
        }
    }

    @Test
    void shouldNameThePacketThatSavesLessThanItsStateAndTakeNoSnapshots()
    {
        final List<String> progress = new ArrayList<>();
        final AtomicLong elsewhere = new AtomicLong();
        final Molecule forgetful = JournalPacket.addTo(Molecule.named("M").kind(Kinds.FEED).kind(InstanceKind.CONTROL)
            .packet(Summing.packet("sum", value -> value).build())
            .packet(Forgetful.packet("forgetful").build())
            .packet(ScriptedOutput.packet("out", this::note, context -> elsewhere.incrementAndGet()).build())
            .ionic("sum", "out")).ionicStrict(JournalPacket.NAME, "out").build();

        try (Reactor reactor = Reactor.launch(context(value -> value, options(), INSTANCES, "warmup=on")
            .molecule(forgetful).onProgress(progress::add)))
        {
            reactor.requestSnapshot();
            reactor.awaitCompletion();
            reactor.drain();
            assertThat(reactor.counters()).containsEntry("M: snapshots taken", 0L)
                .containsEntry("M: snapshots dropped", 1L);
        }

        assertThat(progress).contains("no snapshots: packet forgetful comes back from a snapshot in another state: " +
            "its handler or one of its resources exchanges less than it hashes");
    }

    @Test
    void shouldNameThePacketThatIsNotDeterministic()
    {
        final AtomicLong drift = new AtomicLong();
        final LongUnaryOperator drifting = value -> value + drift.getAndIncrement();
        try (Reactor reactor = Reactor.launch(context(drifting, options())))
        {
            reactor.awaitCompletion();
            reactor.drain();
        }

        assertThatThrownBy(() -> Reactor.prepare(context(drifting, options()))).isInstanceOf(ReplayException.class)
            .hasMessageContaining("another state at the end of an epoch, after instance " + INSTANCES)
            .hasMessageContaining("{sum=").hasMessageContaining("is not deterministic");
    }

    @Test
    void shouldRefuseAnotherConfiguration()
    {
        sumOf(options().withConfiguration("limits=1"), INSTANCES);

        assertThatThrownBy(() -> Reactor.prepare(context(value -> value, options().withConfiguration("limits=2"))))
            .isInstanceOf(RecoveryRefusedException.class)
            .hasMessageContaining("another molecule or configuration wrote").hasMessageContaining("e0000001");
    }

    @Test
    void shouldRefuseASecondWriterAndLeaveTheFirstAlone()
    {
        try (Reactor first = Reactor.launch(context(value -> value, options())))
        {
            assertThatThrownBy(() -> Reactor.prepare(context(value -> value, options())))
                .isInstanceOf(JournalException.class).hasMessageContaining("is written by another process")
                .hasMessageContaining("pid=" + ProcessHandle.current().pid());

            first.awaitCompletion();
            first.drain();
            assertThat(first.stateHashes()).containsKey("sum");
        }
    }

    @Test
    void shouldRefuseAJournalThatHoldsLessThanItPromised() throws IOException
    {
        final Path copy = directory.resolve("copy");
        final long whole =
            sumOf(JournalOptions.of(directory.resolve("whole"), Durability.PROCESS_SAFE), INSTANCES);
        try (Reactor reactor = Reactor.launch(context(value -> value, options())))
        {
            reactor.awaitCompletion();
            JournalCopy.of(journal(), copy);
        }
        wipeBehind(copy.resolve("e0000001/s0000000.pfj"), 5_000);
        final JournalOptions cut = JournalOptions.of(copy, Durability.PROCESS_SAFE);

        assertThatThrownBy(() -> Reactor.prepare(context(value -> value, cut)))
            .isInstanceOf(RecoveryRefusedException.class).hasMessageContaining("to " + INSTANCES)
            .hasMessageContaining("--accept-loss");

        try (Reactor reactor = Reactor.launch(context(value -> value, cut.withAcceptLoss(true))))
        {
            assertThat(reactor.recovery().orElseThrow().lastSequence()).isBetween(1L, INSTANCES - 1L);
            assertThat(reactor.recovery().orElseThrow().remarks()).anyMatch(text -> text.startsWith("LOSS ACCEPTED"));
            assertThat(Files.readString(copy.resolve("audit.log"))).contains("loss accepted");
            reactor.awaitCompletion();
            reactor.drain();
            assertThat(reactor.stateHashes()).containsEntry("sum", whole);
        }
    }

    private static void wipeBehind(final Path segment, final int bytes) throws IOException
    {
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw"))
        {
            file.seek(SegmentHeader.BYTES + bytes);
            file.write(new byte[(int)file.length() - SegmentHeader.BYTES - bytes]);
        }
    }

    @Test
    void shouldAdmitNothingMoreAndHaltOnceAnotherHasTakenOver() throws IOException
    {
        try (Reactor reactor = Reactor.launch(context(value -> value, options()));
            StorageFile head = new DirectoryStorage(journal()).open(JournalFiles.headPath(1), true))
        {
            reactor.step();
            final int before = released.size();
            head.map().putLongRelease(HeadLayout.FENCE, 2);

            assertThatThrownBy(reactor::awaitCompletion).isInstanceOf(ReactorException.class)
                .hasMessageContaining("another process has taken over the journal with epoch 2");

            assertThat(released).hasSize(before).hasSizeLessThan(INSTANCES);
        }
    }

    @Test
    void shouldSetTheSameInstanceAsideInTheReplay()
    {
        final LongUnaryOperator failing = value ->
        {
            if (value == INSTANCES / 2)
            {
                throw new IllegalStateException("boom");
            }
            return value;
        };
        final long sum;
        try (Reactor reactor = Reactor.launch(context(failing, options(), INSTANCES, "failure=quarantine")))
        {
            reactor.awaitCompletion();
            reactor.drain();
            sum = reactor.stateHashes().get("sum");
            assertThat(reactor.failureCount()).isEqualTo(1);
        }

        try (Reactor reactor = Reactor.prepare(context(failing, options(), INSTANCES, "failure=quarantine")))
        {
            assertThat(reactor.stateHashes()).containsEntry("sum", sum);
        }
    }

    @Test
    void shouldWantAJournalForAJournalPacketAndTheOtherWayRound()
    {
        assertThatThrownBy(() -> Reactor.prepare(new ReactorContext().molecule(molecule(value -> value))
            .source("feed", ScriptedSource.class, warmUp -> new ScriptedSource(new Script()))))
            .hasMessageContaining("call journal(...)");
        assertThatThrownBy(() -> Reactor.prepare(new ReactorContext()
            .molecule(Molecule.named("Plain").kind(Kinds.FEED).packet(ScriptedOutput.idle("out").build()).build())
            .journal(options())
            .source("feed", ScriptedSource.class, warmUp -> new ScriptedSource(new Script()))))
            .hasMessageContaining("JournalPacket.addTo(...)");
    }
}
