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
package io.packetflow.ringbuffers.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What processes leave that end while they use a table, and what the next ones make of it. */
@Timeout(300)
class SharedTableProcessTest
{
    @TempDir
    private Path directory;
    private Path path;

    @BeforeEach
    void name()
    {
        path = directory.resolve("table");
    }

    private Process start(final SharedTableChild.Place place, final String... jvmOptions) throws IOException
    {
        final Path jvmArgs = Path.of("../tuning/bin/jvm.args").toAbsolutePath().normalize();
        final List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + jvmArgs,
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-XX:-UsePerfData"));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SharedTableChild.class.getName(),
            place.name(), path.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Runs a process to its halt; returns its number. */
    private long halt(final SharedTableChild.Place place, final String... jvmOptions) throws Exception
    {
        final Process child = start(place, jvmOptions);
        try
        {
            final String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor()).as(printed).isEqualTo(SharedTableChild.HALTED);
            return child.pid();
        }
        finally
        {
            child.destroyForcibly();
        }
    }

    private SharedTableWriter writer() throws IOException
    {
        return SharedTableWriter.create(
            path, SharedTableChild.SCHEMA, TableOrigin.ofThisProcess(SharedTableChild.JOURNAL, 17));
    }

    private SharedView read() throws IOException
    {
        try (SharedTableReader reader = SharedTableReader.open(path, SharedTableChild.SCHEMA))
        {
            return reader.read();
        }
    }

    private static void refuses(
        final ThrowingCallable action, final SharedTableException.Kind kind, final String... words)
    {
        assertThatThrownBy(action).asInstanceOf(type(SharedTableException.class))
            .returns(kind, SharedTableException::kind).satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    @Test
    void shouldSayThatAFillerEndedWithinAnUpdateAndBeMendedByTheNextOne() throws Exception
    {
        final long pid = halt(SharedTableChild.Place.WITHIN_AN_UPDATE);

        refuses(this::read, SharedTableException.Kind.HALF_WRITTEN,
            "its filler, process " + pid + ", ended in the middle of an update; fill it anew from the journal");
        try (SharedTableWriter writer = writer())
        {
            SharedTableTest.update(writer, 3, 2);
        }
        assertThat(read().rows()).hasSize(2).allMatch(row -> row[1] == 3 && row[2] == -3);
    }

    @Test
    void shouldGiveOutWholeRowsOfAFillerThatEndedBetweenTwoUpdates() throws Exception
    {
        final long pid = halt(SharedTableChild.Place.BEHIND_AN_UPDATE);

        final SharedView view = read();
        assertThat(view.rows()).hasSize(2).allMatch(row -> row[1] == 1 && row[2] == -1);
        assertThat(view.origin().pid()).isEqualTo(pid);
        assertThat(view.origin().isRunning()).isFalse();
        assertThat(view.progress().isEnded()).isFalse();
    }

    @Test
    void shouldGoOnInANewFileWhereAReaderWasKilledThatHeldTheLock() throws Exception
    {
        try (SharedTableWriter writer = writer())
        {
            SharedTableTest.update(writer, 1, 2);
            try (SharedTableReader other = SharedTableReader.open(path, SharedTableChild.SCHEMA))
            {
                halt(SharedTableChild.Place.READING);

                // Readers share the lock, so what is there stays readable; only its filler finds out.
                assertThat(other.read().progress().sequence()).isEqualTo(1);
                refuses(() -> writer.beginUpdate(SharedTableTest.at(2)), SharedTableException.Kind.LOCKED,
                    "was locked all of 2 s: a process that had its lock was killed or stands still");
                writer.beginAnew();
                SharedTableTest.update(writer, 2, 2);
                assertThat(other.isReplaced()).isTrue();
            }
            SharedTableTest.update(writer, 3, 2);
        }
        assertThat(read().rows()).hasSize(2).allMatch(row -> row[1] == 3);
    }

    @Test
    void shouldNotHangWhereAProcessWasKilledThatHadTheLockForItself() throws Exception
    {
        halt(SharedTableChild.Place.BEHIND_AN_UPDATE);
        halt(SharedTableChild.Place.WRITING);

        refuses(this::read, SharedTableException.Kind.LOCKED, "fill the table anew");
        try (SharedTableWriter writer = writer())
        {
            SharedTableTest.update(writer, 4, 2);
        }
        assertThat(read().progress().sequence()).isEqualTo(4);
    }

    /** Chronicle Values asks for a compiler when it is loaded; that it is never used is what our class is for. */
    @Test
    void shouldCompileNothing() throws Exception
    {
        final Path classes = directory.resolve("classes.log");

        halt(SharedTableChild.Place.BEHIND_AN_UPDATE, "-Xlog:class+load=info:file=" + classes);

        assertThat(read().rows()).hasSize(2);
        assertThat(Files.readString(classes)).contains("net.openhft.chronicle.hash.VanillaGlobalMutableState$$Native")
            .doesNotContain("com.sun.tools.javac.main.JavaCompiler ", "com.sun.tools.javac.parser.JavacParser ");
    }
}
