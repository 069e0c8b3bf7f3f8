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
package io.packetflow.latency.peers.book;

import java.util.concurrent.ExecutionException;

import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.engine.telemetry.LatencySampler;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.peers.PeerFork;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Cold path. exchange-core as a whole: the crossing flow flat out to warm up, then with one command under way and timed
 * singly, then flat out; after each pass its executions and its book are compared with what the simple matcher says.
 */
@Command(name = "venue", description = "exchange-core as a whole, over a deterministic flow of orders.")
public final class VenueFork extends PeerFork
{
    /** Durations from a command's sending to its result. */
    public static final String COMMAND = "a command";

    private static final int WARM_UPS = 3;
    private static final int PASSES = 3;

    @Option(names = "--operations", required = true, paramLabel = "N", description = "of the flow")
    private int operations;

    @Override
    protected void measure(final ForkResult.Builder result) throws ExecutionException, InterruptedException
    {
        final OrderFlow flow = new OrderFlow(FlowKind.CROSSING, operations);
        final SimpleMatcher matched = SimpleMatcher.match(flow);
        final LatencyRecorder recorder = new LatencyRecorder();
        final LatencySampler sampler = new LatencySampler(COMMAND, recorder);
        final ExchangeCoreEngine engine = new ExchangeCoreEngine(flow);
        for (int pass = 0; pass < WARM_UPS; pass++)
        {
            flatOut(engine, matched);
        }
        timeSingly(engine, matched, recorder);
        sampler.discard();
        timeSingly(engine, matched, recorder);
        long nanos = 0;
        for (int pass = 0; pass < PASSES; pass++)
        {
            nanos += flatOut(engine, matched);
        }
        result.series(sampler.series()).number(Measure.MESSAGES, (long)operations)
            .number(Measure.OPERATION_NANOS, (double)nanos / PASSES / operations);
        engine.close();
    }

    private long flatOut(final ExchangeCoreEngine engine, final SimpleMatcher matched)
        throws ExecutionException, InterruptedException
    {
        engine.clear();
        final long startNanos = System.nanoTime();
        for (int operation = 0; operation < operations; operation++)
        {
            engine.send(operation);
        }
        engine.await();
        final long nanos = System.nanoTime() - startNanos;
        require(engine, matched);
        return nanos;
    }

    private void timeSingly(
        final ExchangeCoreEngine engine, final SimpleMatcher matched, final LatencyRecorder recorder)
        throws ExecutionException, InterruptedException
    {
        engine.clear();
        for (int operation = 0; operation < operations; operation++)
        {
            final long startNanos = System.nanoTime();
            engine.send(operation);
            engine.await();
            recorder.record(System.nanoTime() - startNanos);
        }
        require(engine, matched);
    }

    private static void require(final ExchangeCoreEngine engine, final SimpleMatcher matched)
        throws ExecutionException, InterruptedException
    {
        BookCheck.requireExecutions(matched, engine.executedQuantity(), engine.trades());
        BookCheck.requireState(matched, engine.state());
    }
}
