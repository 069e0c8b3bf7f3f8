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
package io.packetflow.tuning.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.packetflow.tuning.doctor.host.JvmFlags;

/** Cold path. Asks the JVM of another process for its flags, through the {@code jcmd} of this JDK. */
final class ProcessJvm
{
    private static final long PATIENCE_SECONDS = 10;
    private static final String ARGUMENTS = "jvm_args: ";

    private ProcessJvm()
    {
    }

    static JvmFlags flags(final long process)
    {
        final Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd))
        {
            return JvmFlags.unknown("no " + jcmd + " to ask process " + process + " with; use a JDK, not a JRE");
        }
        try
        {
            final Answer flags = ask(jcmd, process, "VM.flags", "-all");
            if (flags.failure().isPresent())
            {
                return JvmFlags.unknown("process " + process + " does not answer jcmd: " + flags.failure().get());
            }
            final List<String> arguments = ask(jcmd, process, "VM.command_line").text().lines()
                .filter(line -> line.startsWith(ARGUMENTS))
                .flatMap(line -> Stream.of(line.substring(ARGUMENTS.length()).strip().split("\\s+", -1))).toList();
            final String version = ask(jcmd, process, "VM.version").text().lines().skip(1)
                .reduce((first, second) -> first + ", " + second).orElse("");
            return JvmFlags.parse(flags.text(), arguments, version, "process " + process);
        }
        catch (final IOException e)
        {
            return JvmFlags.unknown("cannot run " + jcmd + ": " + e.getMessage());
        }
    }

    /**
     * What a command printed.
     *
     * @param text    of it
     * @param failure why there is none
     */
    private record Answer(String text, Optional<String> failure)
    {
    }

    private static Answer ask(final Path jcmd, final long process, final String... command) throws IOException
    {
        final Path output = Files.createTempFile("packetflow-doctor-", ".jcmd");
        try
        {
            final Process asked = new ProcessBuilder(Stream.concat(
                Stream.of(jcmd.toString(), String.valueOf(process)), Stream.of(command)).toList())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
            {
                asked.destroyForcibly();
                return new Answer("", Optional.of("no answer in " + PATIENCE_SECONDS + " s"));
            }
            final String text = Files.readString(output);
            return asked.exitValue() == 0 ? new Answer(text, Optional.empty()) :
                new Answer("", Optional.of(text.lines().filter(line -> !line.isBlank())
                    .reduce((first, last) -> last).orElse("exit code " + asked.exitValue()).strip()));
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            return new Answer("", Optional.of("interrupted"));
        }
        finally
        {
            Files.delete(output);
        }
    }
}
