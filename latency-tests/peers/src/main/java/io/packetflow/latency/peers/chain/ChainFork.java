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
package io.packetflow.latency.peers.chain;

import java.util.Arrays;
import java.util.List;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.engine.telemetry.LatencySampler;
import io.packetflow.latency.benchmarks.chain.ChainInputs;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.latency.peers.PeerFork;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Cold path. The chain in one of its forms: first every input, checked; then one event at a time, timed singly; then
 * flat out. Where all steps run on the caller's thread, or on one more, threads are pinned; else the kernel places
 * them.
 */
@Command(name = "chain", description = "Six steps behind each other: one event at a time, then flat out.")
public final class ChainFork extends PeerFork
{
    /** Durations from an event's sending to its result. */
    public static final String ROUND_TRIP = "round trip";

    private static final int CHUNK = 4_096;
    private static final List<ChainKind> PINNED =
        List.of(ChainKind.ENGINE, ChainKind.FLUXTION, ChainKind.DISRUPTOR_ONE_HANDLER);

    @Option(names = "--form", required = true, paramLabel = "FORM", converter = FormConverter.class,
        description = "engine, fluxtion, disruptor-one-handler, disruptor, pekko or aeron")
    private ChainKind form;

    @Option(names = "--events", required = true, paramLabel = "N", description = "how many are timed singly")
    private long events;

    @Option(names = "--warm-up-millis", required = true, paramLabel = "MILLIS",
        description = "how long each way of sending warms up")
    private long warmUpMillis;

    @Option(names = "--millis", required = true, paramLabel = "MILLIS", description = "how long it runs flat out")
    private long millis;

    private final ChainInputs inputs = new ChainInputs();
    private final ChainCheck check = new ChainCheck(inputs);
    private final LatencyRecorder recorder = new LatencyRecorder();

    @Override
    protected void measure(final ForkResult.Builder result)
    {
        // Before it pins this thread: threads inherit where their parent may run.
        try (Chain chain = form.make(inputs))
        {
            if (PINNED.contains(form))
            {
                final int spinning = form == ChainKind.DISRUPTOR_ONE_HANDLER ? 2 : 1;
                ThreadPinning.pin(MeasuredCpus.choose(spinning).get(0));
            }
            check.require(chain);
            warmUp(chain);
            final LatencySampler sampler = new LatencySampler(ROUND_TRIP, recorder);
            sampler.discard();
            timeSingly(chain, events);
            result.series(sampler.series()).number(Measure.MESSAGES, events)
                .number(Measure.OPERATION_NANOS, flatOut(chain, millis)).text("form", form.toString());
        }
    }

    private void warmUp(final Chain chain)
    {
        final long startNanos = System.nanoTime();
        while (System.nanoTime() - startNanos < warmUpMillis * 1_000_000)
        {
            timeSingly(chain, ChainInputs.COUNT);
        }
        flatOut(chain, warmUpMillis);
    }

    private void timeSingly(final Chain chain, final long count)
    {
        final long rounded = (count + ChainInputs.COUNT - 1) / ChainInputs.COUNT * ChainInputs.COUNT;
        long sum = 0;
        for (long index = 0; index < rounded; index++)
        {
            final long startNanos = System.nanoTime();
            sum += chain.roundTrip(index);
            recorder.record(System.nanoTime() - startNanos);
        }
        final long laps = rounded / ChainInputs.COUNT;
        ChainCheck.requireSame("sum of " + rounded + " results", laps * check.expectedSum(0, ChainInputs.COUNT), sum);
    }

    /** Returns the nanoseconds for one event. */
    private double flatOut(final Chain chain, final long forMillis)
    {
        final long expected = check.expectedSum(0, CHUNK);
        final long startNanos = System.nanoTime();
        long nowNanos = startNanos;
        long count = 0;
        while (nowNanos - startNanos < forMillis * 1_000_000)
        {
            ChainCheck.requireSame("sum of " + CHUNK + " results", expected, chain.flatOut(0, CHUNK));
            count += CHUNK;
            nowNanos = System.nanoTime();
        }
        return (double)(nowNanos - startNanos) / Math.max(1, count);
    }

    /** Reads a form. */
    static final class FormConverter implements ITypeConverter<ChainKind>
    {
        @Override
        public ChainKind convert(final String text)
        {
            return Arrays.stream(ChainKind.values()).filter(kind -> kind.toString().equals(text)).findFirst()
                .orElseThrow(() -> new TypeConversionException(
                "a chain's form is one of " + Arrays.toString(ChainKind.values()) + ", but not: " + text));
        }
    }
}
