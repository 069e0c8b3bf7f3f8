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
package io.packetflow.affinity.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.packetflow.affinity.plan.CoreAssignment;
import io.packetflow.affinity.plan.CorePlan;
import io.packetflow.affinity.topology.CpuSet;

final class CoreReservationsTest
{
    @TempDir
    private Path parent;

    static CorePlan plan(final String node, final int cpu, final int... quiet)
    {
        return new CorePlan("a host", List.of(
            new CoreAssignment(node, "DF", cpu, 0, 0, true, true, "test"),
            new CoreAssignment("lazy", "RM", 0, 0, 0, true, false, "test")),
            CpuSet.of(0), CpuSet.of(quiet), CpuSet.EMPTY, CpuSet.EMPTY, List.of());
    }

    private CoreReservations reservations()
    {
        return new CoreReservations(parent.resolve("packetflow-cores"));
    }

    @Test
    void shouldReserveSpinningCpusAndTheirQuietSiblings()
    {
        try (CoreReservation reservation = reservations().reserve(plan("chain", 1, 81)))
        {
            assertThat(reservation.cpus()).as("not CPU 0, where a node yields").hasToString("1,81");
            assertThat(parent.resolve("packetflow-cores/cpu-1.lock"))
                .hasContent("pid " + ProcessHandle.current().pid() + ", node chain");
        }
    }

    @Test
    void shouldRefuseAllIfSomeAreTakenAndNameTheHolder()
    {
        final long pid = ProcessHandle.current().pid();
        try (CoreReservation first = reservations().reserve(plan("chain", 1, 81)))
        {
            assertThat(first.cpus().size()).isEqualTo(2);
            assertThatThrownBy(() -> reservations().reserve(plan("other", 81, 5)))
                .isInstanceOf(CoreConflictException.class)
                .hasMessage("no CPU of the plan is reserved, for some are taken:\n" +
                    "  CPU 81 is held by pid " + pid + ", node none (sibling kept quiet), in this very process\n" +
                    "  stop the holder, or limit one of the two to other CPUs (reservations are in " +
                    parent.resolve("packetflow-cores") + ")");
            try (CoreReservation five = reservations().reserve(plan("five", 5)))
            {
                assertThat(five.cpus()).as("the refused one left nothing behind").hasToString("5");
            }
        }
    }

    @Test
    void shouldGiveCpusBackOnce()
    {
        final CoreReservation first = reservations().reserve(plan("chain", 1));
        first.close();
        try (CoreReservation second = reservations().reserve(plan("chain", 1)))
        {
            first.close();
            assertThatThrownBy(() -> reservations().reserve(plan("third", 1)))
                .as("a second close does not touch the new holder").isInstanceOf(CoreConflictException.class);
            assertThat(second.cpus()).hasToString("1");
        }
    }

    @Test
    void shouldSeeALockOfAStrangerInThisProcessAndLeaveItAlone() throws Exception
    {
        reservations().reserve(plan("chain", 3)).close();
        final Path file = parent.resolve("packetflow-cores/cpu-3.lock");
        final FileChannel stranger = FileChannel.open(file, StandardOpenOption.WRITE);
        stranger.lock();
        for (int attempt = 0; attempt < 2; attempt++)
        {
            assertThatThrownBy(() -> reservations().reserve(plan("chain", 3)))
                .isInstanceOf(CoreConflictException.class).hasMessageContaining("in this very process");
        }
        stranger.close();
        try (CoreReservation reservation = reservations().reserve(plan("chain", 3)))
        {
            assertThat(reservation.cpus()).hasToString("3");
        }
    }

    @Test
    void shouldSeeOtherProcessesUntilTheyDie() throws Exception
    {
        final Path directory = reservations().directory();
        final Process holder = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
            "-cp", System.getProperty("java.class.path"), ReservationHolder.class.getName(),
            directory.toString(), "theirs").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader output = holder.inputReader())
        {
            assertThat(output.readLine()).isEqualTo("held 7");
            assertThatThrownBy(() -> reservations().reserve(plan("ours", 7)))
                .isInstanceOf(CoreConflictException.class)
                .hasMessageContaining("CPU 7 is held by pid " + holder.pid() + ", node theirs\n");
        }
        finally
        {
            holder.destroyForcibly().waitFor();
        }
        try (CoreReservation reservation = reservations().reserve(plan("ours", 7)))
        {
            assertThat(reservation.cpus()).hasToString("7");
        }
    }

    @Test
    void shouldOpenTheFilesToAllUsers() throws Exception
    {
        assumeTrue(Files.getFileStore(parent).supportsFileAttributeView("posix"), "no POSIX permissions here");
        reservations().reserve(plan("chain", 1)).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(reservations().directory())))
            .isEqualTo("rwxrwxrwx");
        assertThat(PosixFilePermissions.toString(
            Files.getPosixFilePermissions(reservations().directory().resolve("cpu-1.lock")))).isEqualTo("rw-rw-rw-");
    }

    @Test
    void shouldNotOpenUpADirectoryOfSomebodyElse() throws Exception
    {
        assumeTrue(Files.getFileStore(parent).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Files.createDirectory(reservations().directory(),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        reservations().reserve(plan("chain", 1)).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(reservations().directory())))
            .isEqualTo("rwx------");
    }

    @Test
    void shouldSayWhatToDoWhereTheDirectoryCannotBeUsed() throws Exception
    {
        final Path file = Files.createFile(parent.resolve("packetflow-cores"));

        assertThatThrownBy(() -> reservations().reserve(plan("chain", 1)))
            .isInstanceOf(UncheckedIOException.class)
            .hasMessage("cannot reserve CPUs in " + file + ": FileAlreadyExistsException " + file +
                "; make it writable for this user, or name another directory with " +
                "-Dpacketflow.affinity.reservations.directory");
    }

    @Test
    void shouldUseOneDirectoryForAllUsersUnlessConfigured()
    {
        assertThat(CoreReservations.inDefaultDirectory().directory())
            .isEqualTo(Path.of(System.getProperty("java.io.tmpdir"), "packetflow-cores").toAbsolutePath());
        System.setProperty(CoreReservations.DIRECTORY_PROPERTY, parent.toString());
        try
        {
            assertThat(CoreReservations.inDefaultDirectory().directory()).isEqualTo(parent);
        }
        finally
        {
            System.clearProperty(CoreReservations.DIRECTORY_PROPERTY);
        }
    }
}
