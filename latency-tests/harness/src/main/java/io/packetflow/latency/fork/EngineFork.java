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

import io.packetflow.engine.reactor.WarmUpReport;
import io.packetflow.latency.engine.EngineSpec;
import io.packetflow.latency.engine.MeasuredEngine;
import io.packetflow.latency.load.FeedLoad;
import io.packetflow.latency.load.Window;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cold path. The TradingEngine over a feed. */
@Command(name = "engine", description = "The TradingEngine over a feed.")
final class EngineFork extends Fork
{
    private static final double NANOS_PER_SECOND = 1e9;

    @Mixin
    private LoadOptions options;

    @Option(names = "--plan", defaultValue = "fused/one-node/cursor", paramLabel = "PLAN",
        converter = SpecConverter.class, description = "GROUPING/PLAN/PUBLICATION")
    private EngineSpec spec;

    @Option(names = "--count-heap", description = "answer by how much the heap grew; only without a collector")
    private boolean countHeap;

    @Override
    void measure(final ForkResult.Builder result)
    {
        try (FeedLoad load = options.open();
            MeasuredEngine engine = new MeasuredEngine(spec, load, line -> System.out.println(line)))
        {
            LoopFigures.startup(result);
            final long usedBytes = usedHeapBytes();
            final Window window = engine.run();
            if (countHeap)
            {
                result.number(Measure.HEAP_GROWTH_BYTES, usedHeapBytes() - usedBytes);
            }
            LoopFigures.put(result, load, window, engine.output().count());
            result.series(engine.service(Series.SERVICE)).series(engine.response(Series.RESPONSE))
                .series(engine.first(Series.FIRST_ORDERS))
                .text("plan", spec.toString())
                .text("cpus", engine.nodes().toString());
            putWarmUp(result, engine.reactor().warmUp());
        }
    }

    /** The engine warms itself up; the names are those of the floors. */
    static void putWarmUp(final ForkResult.Builder result, final WarmUpReport warmUp)
    {
        result.number(Measure.WARM_UP_ROUNDS, warmUp.rounds())
            .number(Measure.WARM_UP_SECONDS, warmUp.durationNanos() / NANOS_PER_SECOND)
            .number(Measure.WARM_UP_STEADY, warmUp.settled() ? 1L : 0L)
            .text("warm-up", warmUp.toString());
    }

    private static long usedHeapBytes()
    {
        final Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Reads a plan. */
    static final class SpecConverter implements ITypeConverter<EngineSpec>
    {
        @Override
        public EngineSpec convert(final String text)
        {
            return EngineSpec.parse(text);
        }
    }
}
