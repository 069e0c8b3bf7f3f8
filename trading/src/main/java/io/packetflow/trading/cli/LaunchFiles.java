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
package io.packetflow.trading.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;

import io.packetflow.affinity.plan.CorePlan;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.molecule.LiveOrders;

/**
 * Cold path. The files with which a plan is launched, printed or written.
 *
 * @param cores of the plan
 * @param texts by file name
 */
record LaunchFiles(CorePlan cores, Map<String, String> texts)
{
    private static final String EXECUTABLE = "#!";

    static LaunchFiles of(
        final PlanEmitter.Form form, final Supplier<ReactorSettings.Builder> settings, final CpuTopology topology,
        final LiveOrders liveOrders)
    {
        final PlanEmitter emitter = ServiceLoader.load(PlanEmitter.class).findFirst().orElseThrow(() ->
            new HostException("--emit needs the module packetflow-tuning on the class path; start the program with " +
                "the packetflow launcher, or add that module"));
        final LaunchedPlan plan = LaunchedPlan.of(settings, topology, liveOrders);
        return new LaunchFiles(plan.cores(), emitter.emit(form, plan.cores(), topology, plan.options()));
    }

    /** A single file as it is, so that it can be redirected; several behind their names. */
    void print(final PrintWriter out)
    {
        texts.forEach((name, text) -> out.print(texts.size() == 1 ? text : "# ---- " + name + "\n" + text + "\n"));
    }

    /**
     * Writes all files or, where one stands in the way, none.
     *
     * @return the files
     */
    List<Path> write(final Path directory)
    {
        try
        {
            for (final Map.Entry<String, String> entry : texts.entrySet())
            {
                refuseOther(directory.resolve(entry.getKey()), entry.getValue());
            }
            Files.createDirectories(directory);
            final List<Path> written = new ArrayList<>();
            for (final Map.Entry<String, String> entry : texts.entrySet())
            {
                final Path file = directory.resolve(entry.getKey());
                Files.writeString(file, entry.getValue());
                if (entry.getValue().startsWith(EXECUTABLE) && !file.toFile().setExecutable(true, false))
                {
                    throw new HostException("cannot make " + file + " executable; run it with bash");
                }
                written.add(file);
            }
            return written;
        }
        catch (final IOException e)
        {
            throw new HostException("cannot write to " + directory + ": " + e + "; name another --out", e);
        }
    }

    /** What somebody has changed by hand since is not written over. */
    private static void refuseOther(final Path file, final String text) throws IOException
    {
        if (Files.exists(file) && !Files.readString(file).equals(text))
        {
            throw new UsageException(file + " is there already with another content; move it away, or name another " +
                "--out");
        }
    }
}
