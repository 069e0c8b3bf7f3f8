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
package io.packetflow.latency.fork;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.latency.host.HostLoad;
import io.packetflow.latency.host.Niceness;

import picocli.CommandLine.Option;

/** Cold path. One measurement in a JVM of its own: it refuses where figures would lie, measures, writes a file. */
abstract class Fork implements Callable<Integer>
{
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where the result goes")
    private Path out;

    @Override
    public final Integer call() throws Exception
    {
        final HostFingerprint host = HostFingerprint.read();
        refuseAssertions(host);
        final HostLoad load = new HostLoad();
        final ForkResult.Builder result = ForkResult.on(host).text("niceness", Niceness.ofThisProcess());
        measure(result);
        ForkFile.write(out, result.load(load).build());
        return ExitCode.OK;
    }

    static void refuseAssertions(final HostFingerprint host)
    {
        if (host.assertions())
        {
            throw new HostException("this JVM runs with assertions (-ea), which cost more than what is measured: " +
                "no figure is taken; run without -ea");
        }
    }

    /**
     * Measures.
     *
     * @param result takes the figures
     */
    abstract void measure(ForkResult.Builder result) throws Exception;
}
