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
package io.packetflow.tuning.doctor.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Cold path. How much of files lies on the disk. Java does not tell, so {@code stat} of the host is asked.
 *
 * @param file           whose
 * @param sizeBytes      that it seems to have
 * @param allocatedBytes that it has
 */
public record DiskUsage(Path file, long sizeBytes, long allocatedBytes)
{
    private static final long PATIENCE_SECONDS = 5;

    /**
     * Asks for some files.
     *
     * @param files to ask for, few enough for one command
     * @return what each takes, in their order
     * @throws IOException if there is no such program, or it does not answer for each
     */
    public static List<DiskUsage> of(final List<Path> files) throws IOException
    {
        final List<String> command = new ArrayList<>(List.of("stat", "-c", "%s %b %B", "--"));
        files.forEach(file -> command.add(file.toString()));
        final Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try
        {
            // Few lines: they fit into the pipe, so that waiting first cannot hang.
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
            {
                throw new IOException("stat does not answer in " + PATIENCE_SECONDS + " s");
            }
            final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return parse(files, text);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stat ran", e);
        }
        finally
        {
            process.destroyForcibly();
        }
    }

    private static List<DiskUsage> parse(final List<Path> files, final String text) throws IOException
    {
        final List<String> lines = text.lines().toList();
        if (lines.size() != files.size() || !lines.stream().allMatch(line -> line.matches("[0-9]+ [0-9]+ [0-9]+")))
        {
            throw new IOException("stat answers for " + lines.size() + " files of " + files.size());
        }
        final List<DiskUsage> usages = new ArrayList<>();
        for (int i = 0; i < files.size(); i++)
        {
            final String[] parts = lines.get(i).split(" ", 3);
            usages.add(new DiskUsage(
                files.get(i), Long.parseLong(parts[0]), Long.parseLong(parts[1]) * Long.parseLong(parts[2])));
        }
        return usages;
    }
}
