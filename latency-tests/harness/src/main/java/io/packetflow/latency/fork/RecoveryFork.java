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

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

import io.packetflow.engine.journal.RecoveryReport;
import io.packetflow.latency.engine.MeasuredEngine;
import io.packetflow.latency.load.FeedLoad;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cold path. A start from a journal whose writer died: from the process to the gate that may be opened. */
@Command(name = "recovery", description = "A start from a journal whose writer died.")
final class RecoveryFork extends Fork
{
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Mixin
    private LoadOptions options;

    @Option(names = "--journal", required = true, paramLabel = "DIR", description = "where it is")
    private Path directory;

    @Override
    void measure(final ForkResult.Builder result)
    {
        final long loadingNanos = System.nanoTime();
        try (FeedLoad load = options.open())
        {
            // A feed that is live is not loaded first.
            final long loadedNanos = System.nanoTime() - loadingNanos;
            try (MeasuredEngine engine =
                MeasuredEngine.journaledIn(load, directory, line -> System.out.println(line)))
            {
                final long sinceStartNanos = NANOS_PER_MILLI *
                    (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
                final RecoveryReport report = engine.reactor().recovery().orElseThrow();
                result.number(Measure.RESTART_NANOS, sinceStartNanos - loadedNanos)
                    .number(Measure.RECOVERY_NANOS, report.elapsedNanos())
                    .number(Measure.MESSAGES, report.replayed())
                    .number(Measure.MESSAGES_PER_SECOND, report.replayed() * 1e9 / Math.max(1, report.elapsedNanos()))
                    .text("recovery", report.toString());
                EngineFork.putWarmUp(result, engine.reactor().warmUp());
            }
        }
    }
}
