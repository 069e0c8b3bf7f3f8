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
package io.packetflow.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the main job and the embedding example in a JVM of their own and proves that they open no socket: none of the
 * JDK's classes that ask the operating system for one is ever loaded, which also holds for sockets that are closed at
 * once; and on Linux none stands among the open files of the process, whoever opened it.
 *
 * <p>The JDK itself keeps one half of a nameless pair, whose other half it closed, to put it in the place of files that
 * are closed under a reader. It leads nowhere and is not counted.
 */
class NoSocketTest
{
    /**
     * All sockets of a JDK since 17 (stream, server, datagram; of net and nio) are made by the natives of these two.
     * The classes above them are no evidence: some are loaded for a mere {@code instanceof}.
     */
    private static final List<String> SOCKET_MAKERS = List.of("sun.nio.ch.Net", "sun.nio.ch.UnixDomainSockets");
    private static final String SOCKET = "socket:";
    private static final int NAMELESS_COLUMNS = 7;
    private static final long POLL_MILLIS = 20;

    @TempDir
    private Path directory;

    @Test
    void shouldTradeWithoutASocket() throws Exception
    {
        final List<String> files = run(ChildProgram.packetflow(directory, List.of(logClasses()),
            "trade", "--messages", "5000", "--rate", "10k"));

        assertThat(directory.resolve("printed")).content().contains("trader and risk hold the same positions");
        assertNoSocket(files);
    }

    @Test
    void shouldJournalAndFillAQueueWithoutASocket() throws Exception
    {
        final List<String> files = run(ChildProgram.packetflow(directory, List.of(logClasses()), "trade", "--messages",
            "5000", "--rate", "10k", "--journal", directory.resolve("journal").toString(), "--queue",
            directory.resolve("queues").toString()));

        assertThat(directory.resolve("printed")).content().contains("instances copied to ", ", by 0 at the end");
        assertThat(loadedClasses()).contains("net.openhft.chronicle.queue.impl.single.StoreAppender");
        assertNoSocket(files);
    }

    @Test
    void shouldEmbedWithoutASocket() throws Exception
    {
        final List<String> options = new ArrayList<>(List.of(logClasses()));
        ChildProgram.settings(directory).forEach(setting -> options.add("-D" + setting));

        final List<String> files = run(ChildProgram.java(options, EmbeddingExample.class, List.of()));

        assertThat(directory.resolve("printed")).content().contains(" orders, ");
        assertNoSocket(files);
    }

    @Test
    void shouldNoticeASocket() throws Exception
    {
        final List<String> files =
            run(ChildProgram.java(List.of(logClasses()), SocketOpener.class, List.of()));

        assertThat(loadedClasses()).contains("sun.nio.ch.Net");
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "only Linux shows the open files of a process");
        assertThat(files).anyMatch(file -> file.startsWith(SOCKET));
    }

    /** What the others must not do: holds a socket for as long as it is looked at. */
    static final class SocketOpener
    {
        private SocketOpener()
        {
        }

        public static void main(final String[] args) throws IOException
        {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()))
            {
                System.out.println(socket);
                System.in.read();
            }
        }
    }

    private void assertNoSocket(final List<String> files) throws IOException
    {
        assertThat(loadedClasses()).contains("java.lang.Object").doesNotContainAnyElementsOf(SOCKET_MAKERS);
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")),
            "only Linux shows the open files of a process; the classes that were loaded were looked at");
        assertThat(files).isNotEmpty().noneMatch(file -> file.startsWith(SOCKET));
    }

    private String logClasses()
    {
        return "-Xlog:class+load:file=" + directory.resolve("classes.log");
    }

    private List<String> loadedClasses() throws IOException
    {
        return Files.readAllLines(directory.resolve("classes.log")).stream()
            .map(line -> line.replaceFirst("^(\\[[^]]*])* *", "").replaceFirst(" .*", "")).toList();
    }

    /** Runs a program to its end, and returns all files that it was seen to have open. */
    private List<String> run(final ProcessBuilder program) throws Exception
    {
        final Process process = program.redirectErrorStream(true)
            .redirectOutput(directory.resolve("printed").toFile()).start();
        final Path shown = Path.of("/proc/" + process.pid());
        final List<String> files = new ArrayList<>();
        boolean ended = false;
        while (!ended)
        {
            final boolean hasPrinted = Files.size(directory.resolve("printed")) > 0;
            look(shown, files);
            if (hasPrinted)
            {
                // One that waits to be looked at may go on.
                process.getOutputStream().close();
            }
            ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        assertThat(process.exitValue()).as(Files.readString(directory.resolve("printed"))).isZero();
        return files;
    }

    private static void look(final Path process, final List<String> files)
    {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(process.resolve("fd")))
        {
            for (final Path link : links)
            {
                final String file = Files.readSymbolicLink(link).toString();
                files.add(file.startsWith(SOCKET) && isHalfOfAPair(process, file) ? "half of a pair" : file);
            }
        }
        catch (final IOException | DirectoryIteratorException e)
        {
            // The file was closed or the process has ended in the meantime, or this is not Linux.
            files.add("unknown");
        }
    }

    /** Whether a socket is of the Unix domain and has no name, by which another process could reach it. */
    private static boolean isHalfOfAPair(final Path process, final String socket) throws IOException
    {
        final String inode = socket.replaceAll("[^0-9]", "");
        return Files.readAllLines(process.resolve("net/unix")).stream().map(line -> line.trim().split(" +", -1))
            .anyMatch(columns -> columns.length == NAMELESS_COLUMNS && columns[NAMELESS_COLUMNS - 1].equals(inode));
    }
}
