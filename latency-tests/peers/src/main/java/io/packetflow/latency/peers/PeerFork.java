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
package io.packetflow.latency.peers;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.latency.fork.ForkFile;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.host.HostLoad;
import io.packetflow.latency.host.Niceness;

import picocli.CommandLine.Option;

/** Cold path. One measurement beside a system of others, in a JVM of its own, as the harness' own forks are. */
public abstract class PeerFork implements Callable<Integer>
{
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where the result goes")
    private Path out;

    /** For subclasses. */
    protected PeerFork()
    {
    }

    @Override
    public final Integer call() throws Exception
    {
        final HostFingerprint host = HostFingerprint.read();
        if (host.assertions())
        {
            throw new HostException("this JVM runs with assertions (-ea): no figure is taken; run without -ea");
        }
        final HostLoad load = new HostLoad();
        final ForkResult.Builder result = ForkResult.on(host).text("niceness", Niceness.ofThisProcess());
        measure(result);
        ForkFile.write(out, (isMeasuredInThisProcess() ? result.load(load) : result).build());
        return ExitCode.OK;
    }

    /** Returns whether all that is measured runs in this process, so that what others used can be told from it. */
    protected boolean isMeasuredInThisProcess()
    {
        return true;
    }

    /** Returns the file of the result; what else a measurement leaves behind lies beside it. */
    protected final Path out()
    {
        return out;
    }

    /**
     * Measures.
     *
     * @param result takes the figures
     * @throws Exception if that is not possible here; the peer is then reported as not measured
     */
    protected abstract void measure(ForkResult.Builder result) throws Exception;
}
