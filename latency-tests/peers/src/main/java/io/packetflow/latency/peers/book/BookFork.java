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

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.engine.telemetry.LatencySampler;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.latency.peers.PeerFork;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Cold path. A book alone: the whole flow from an empty book, again and again. Some passes warm up, some are timed as a
 * whole, the last with each operation singly; after each the book is compared with what the simple matcher says.
 */
@Command(name = "book", description = "An order book alone, over a deterministic flow of orders.")
public final class BookFork extends PeerFork
{
    /** Durations of single operations. */
    public static final String OPERATION = "an operation";

    private static final int WARM_UPS = 4;

    @Option(names = "--book", required = true, paramLabel = "BOOK", description = "ours or exchange_core")
    private BookKind kind;

    @Option(names = "--flow", required = true, paramLabel = "FLOW", description = "passive or crossing")
    private FlowKind flowKind;

    @Option(names = "--operations", required = true, paramLabel = "N", description = "of the flow")
    private int operations;

    @Option(names = "--passes", required = true, paramLabel = "N", description = "that are timed as a whole")
    private int passes;

    @Override
    protected void measure(final ForkResult.Builder result)
    {
        ThreadPinning.pin(MeasuredCpus.choose(1).get(0));
        final OrderFlow flow = new OrderFlow(flowKind, operations);
        final SimpleMatcher matcher = SimpleMatcher.match(flow);
        try (MeasuredBook book = kind.make(flow, matcher))
        {
            for (int pass = 0; pass < WARM_UPS; pass++)
            {
                pass(book, matcher);
            }
            long nanos = 0;
            for (int pass = 0; pass < passes; pass++)
            {
                nanos += pass(book, matcher);
            }
            result.number(Measure.OPERATION_NANOS, (double)nanos / passes / operations)
                .number(Measure.MESSAGES, (long)operations);
            timeSingly(book, new LatencyRecorder(), matcher);
            final LatencyRecorder recorder = new LatencyRecorder();
            timeSingly(book, recorder, matcher);
            result.series(new LatencySampler(OPERATION, recorder).series());
        }
        result.text("executed quantity", Long.toString(matcher.executedQuantity()))
            .text("trades", Long.toString(matcher.trades()))
            .text("resting orders", Long.toString(matcher.state().restingOrders()));
    }

    private long pass(final MeasuredBook book, final SimpleMatcher matcher)
    {
        book.clear();
        final long startNanos = System.nanoTime();
        book.apply(0, operations);
        final long nanos = System.nanoTime() - startNanos;
        BookCheck.require(book, matcher);
        return nanos;
    }

    private void timeSingly(final MeasuredBook book, final LatencyRecorder recorder, final SimpleMatcher matcher)
    {
        book.clear();
        for (int operation = 0; operation < operations; operation++)
        {
            final long startNanos = System.nanoTime();
            book.apply(operation, operation + 1);
            recorder.record(System.nanoTime() - startNanos);
        }
        BookCheck.require(book, matcher);
    }
}
