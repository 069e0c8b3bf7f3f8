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
package io.packetflow.tuning.export;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.IoFailure;
import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.StopSignal;
import io.packetflow.engine.telemetry.CountersFileException;
import io.packetflow.tuning.watch.EngineChoice;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow export}: counters of running engines for Prometheus. */
@Command(
    name = "export",
    header = "Serve the counters of running engines to Prometheus.",
    description = {
        "Answers GET /metrics with the counters of an engine, or of all that run, until Ctrl-C. A process of its " +
            "own: it reads files that engines write anyway, and engines open no socket.",
        "An engine that ends shows packetflow_up 0 until it runs again; engines may start later than the exporter. " +
            "The dashboard for Grafana is tuning/grafana/packetflow.json."},
    footer = {"",
        "Exit codes: 0 ended by Ctrl-C, or printed, 2 usage, 3 no counters file, or damaged or of another version, " +
            "4 nobody can listen there, or a file may not be read."})
public final class ExportCommand implements Callable<Integer>
{
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    @ParentCommand
    private PacketFlowCommand root;

    @Parameters(paramLabel = "FILE|DIR", arity = "0..1",
        description = "counters file of an engine, or a directory whose engines are all exported (default: that of " +
            "packetflow.counters.file)")
    private Path place;

    @Option(names = "--prometheus", paramLabel = "[HOST:]PORT", defaultValue = ListenAddress.DEFAULT,
        description = "where to listen; without HOST only this host is answered, and port 0 takes a free one " +
            "(default: ${DEFAULT-VALUE})")
    private String address;

    @Option(names = "--once", description = "print the metrics and end; listens nowhere")
    private boolean isOnce;

    /** Creates the command; picocli fills it. */
    public ExportCommand()
    {
    }

    @Override
    public Integer call()
    {
        final InetSocketAddress listen = ListenAddress.parse(address);
        try (ExportedEngines engines = engines())
        {
            final CountersFileException fault = engines.fault().orElse(null);
            if (fault != null)
            {
                throw EngineChoice.refusal(fault);
            }
            if (isOnce)
            {
                root.terminal().out().print(scrape(engines));
                return ExitCode.OK;
            }
            serve(listen, engines);
            return ExitCode.OK;
        }
    }

    private ExportedEngines engines()
    {
        // A name that is not there yet is that of a file: directories are there before their engines.
        return place == null ? new ExportedEngines(EngineChoice.directoryOf(root.settings().countersFile()), false) :
            new ExportedEngines(place, !Files.isDirectory(place));
    }

    private static String scrape(final ExportedEngines engines)
    {
        try
        {
            return engines.scrape();
        }
        catch (final IOException e)
        {
            throw new HostException("cannot look for engines in " + engines.place() + ": " + IoFailure.reason(e) +
                "; name a counters file that you may read", e);
        }
    }

    private void serve(final InetSocketAddress listen, final ExportedEngines engines)
    {
        try (StopSignal signal = new StopSignal(); MetricsServer server = MetricsServer.start(listen, engines))
        {
            root.terminal().err().println("serving http://" + server.address() + "/metrics for " + engines.place() +
                "; Ctrl-C ends it");
            if (!listen.getAddress().isLoopbackAddress())
            {
                root.terminal().err().println("packetflow export: everybody who reaches " + server.address() +
                    " can read the counters; without HOST only this host can");
            }
            root.terminal().err().flush();
            while (!signal.isRequested())
            {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }
}
