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
package io.packetflow.ringbuffers.journal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.packetflow.ringbuffers.journal.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A follower in a process of its own. */
@Timeout(120)
class FollowerProcessTest
{
    @TempDir
    private Path parent;

    private Path journal()
    {
        return parent.resolve("journal");
    }

    private Process child(final int epoch, final List<String> flags) throws IOException
    {
        final Path jvmArgs = Path.of("../tuning/bin/jvm.args").toAbsolutePath().normalize();
        final List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + jvmArgs,
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-XX:-UsePerfData"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FollowerChild.class.getName(),
            journal().toString(), String.valueOf(epoch)));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static void say(final Process child) throws IOException
    {
        final BufferedWriter input = child.outputWriter(StandardCharsets.UTF_8);
        input.newLine();
        input.flush();
    }

    @Test
    void shouldFillACompleteQueueBehindOnesWhoseFollowersWereKilled() throws IOException
    {
        final SplittableRandom random = new SplittableRandom(1);
        try (EpochOnDisk epoch = new EpochOnDisk(journal(), Durability.PROCESS_SAFE))
        {
            epoch.append(random, 20_000, 4_000);
            final long[] printed = {kill(5_000), kill(15_000)};
            epoch.append(random, 1_000, 4_000);
            epoch.closeCleanly();
            try (QueueFollower follower = QueueFollower.of(journal(), 1, QueueFollowerTest.SETTINGS))
            {
                QueueFollowerTest.catchUp(follower);
                final List<RecordFields> expected = RecordFields.ofJournal(epoch.files(), 1);

                assertThat(follower.isComplete()).isTrue();
                assertThat(follower.directory()).contains(journal().resolve("queue/e0000001-003"));
                assertThat(QueueFollowerTest.read(follower.directory().orElseThrow())).isEqualTo(expected);
                for (int start = 1; start <= printed.length; start++)
                {
                    // What the dead ones had appended is whole, and nobody appends behind it.
                    final List<RecordFields> left = QueueFollowerTest.read(
                        QueueDirectories.ofJournal(journal()).path(new QueueName(1, start)));
                    assertThat(left).isEqualTo(expected.subList(0, left.size()));
                    assertThat((long)left.size()).isGreaterThanOrEqualTo(printed[start - 1]);
                }
            }
        }
    }

    /** Kills a follower when it is so far; returns what it had said by then. */
    private long kill(final long sequence) throws IOException
    {
        final Process child = child(1, List.of());
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8))
        {
            assertThat(output.readLine()).isEqualTo("ready");
            say(child);
            long printed = 0;
            while (printed < sequence)
            {
                printed = Long.parseLong(output.readLine());
            }
            child.destroyForcibly();
            return printed;
        }
        finally
        {
            child.destroyForcibly();
        }
    }

    @Test
    void shouldOpenNoSocketAndWriteNowhereElse() throws IOException
    {
        final Path home = Files.createDirectory(parent.resolve("home"));
        final Path temporary = Files.createDirectory(parent.resolve("tmp"));
        final Path classes = parent.resolve("classes.log");
        try (EpochOnDisk epoch = new EpochOnDisk(journal(), Durability.PROCESS_SAFE))
        {
            epoch.append(new SplittableRandom(2), 2_000, 4_000);
            epoch.closeCleanly();
        }
        final Process child = child(1, List.of("-Duser.home=" + home, "-Djava.io.tmpdir=" + temporary,
            "-Xlog:class+load=info:file=" + classes));
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8))
        {
            assertThat(output.readLine()).isEqualTo("ready");
            final Set<String> before = sockets(child);
            say(child);
            final List<String> lines = new ArrayList<>();
            while (!lines.contains("done"))
            {
                lines.add(output.readLine());
                assertThat(sockets(child)).isEqualTo(before);
            }

            assertThat(lines).contains("read 2000").doesNotContain("thread disk~space~checker");
            assertThat(listed(home)).isEmpty();
            assertThat(listed(temporary)).isEmpty();
            // A socket that is closed again at once is not to be seen; the classes that it takes are.
            assertThat(loaded(classes)).contains("net.openhft.chronicle.queue.impl.single.StoreTailer")
                .doesNotContain("java.net.Socket", "java.net.DatagramSocket", "java.net.InetAddress",
                    "java.net.NetworkInterface", "sun.nio.ch.Net");
        }
        finally
        {
            child.destroyForcibly();
        }
    }

    /** Whatever of the process is a socket; other descriptors come and go. */
    private static Set<String> sockets(final Process child) throws IOException
    {
        final Set<String> sockets = new TreeSet<>();
        for (final Path descriptor : listed(Path.of("/proc", String.valueOf(child.pid()), "fd")))
        {
            final String target = target(descriptor);
            if (target.startsWith("socket:"))
            {
                sockets.add(target);
            }
        }
        return sockets;
    }

    private static String target(final Path descriptor) throws IOException
    {
        try
        {
            return Files.readSymbolicLink(descriptor).toString();
        }
        catch (final NoSuchFileException e)
        {
            return "closed since";
        }
    }

    private static List<Path> listed(final Path directory) throws IOException
    {
        try (Stream<Path> files = Files.list(directory))
        {
            return files.toList();
        }
    }

    private static Set<String> loaded(final Path log) throws IOException
    {
        final Set<String> names = new TreeSet<>();
        for (final String line : Files.readAllLines(log))
        {
            names.add(line.replaceFirst("^(\\[[^]]*])*\\s*", "").split(" ", 2)[0]);
        }
        return names;
    }
}
