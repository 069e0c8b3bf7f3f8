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
package io.packetflow.latency.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.packetflow.latency.engine.EngineSpec;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Target;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.Feed;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/**
 * Cold path. Millions of messages in a JVM that collects nothing and has a heap of 256 MB: were as much as 13 bytes
 * allocated for a message, it would end with an error.
 */
final class EpsilonRun implements Scenario
{
    /** What helper threads allocate while the messages run is far below it. */
    private static final Target TARGET = Target.of(1);

    @Override
    public String name()
    {
        return "epsilon";
    }

    @Override
    public String description()
    {
        return "20 M messages under Epsilon GC with a heap of 256 MB: nothing is allocated in steady state";
    }

    @Override
    public boolean sendsRecordedFeed()
    {
        return true;
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final long messages = run.options().size().epsilonMessages();
        final List<String> arguments = new ArrayList<>(
            FeedArguments.engine(EngineSpec.ONE_NODE, Feed.RECORDED, run.options(), messages, Pace.CLOSED));
        arguments.add("--count-heap");
        final ForkResult result = run.once(Subject.of("engine", arguments).withJvmOptions(
            "-XX:+UnlockExperimentalVMOptions", "-XX:-UseSerialGC", "-XX:+UseEpsilonGC", "-Xms256m", "-Xmx256m"));
        final double growth = result.number(Measure.HEAP_GROWTH_BYTES);
        final double counted = result.number(Measure.MESSAGES);
        return Outcome.of(
            List.of(Row.reported("bytes allocated a message, Epsilon GC, 256 MB", Unit.BYTES,
            Figure.of(growth / counted)).target(run.options().size().isSmoke() ? Target.NONE : TARGET)
            .ordersPerMessage(result.number(Measure.ORDERS_PER_MESSAGE))),
            List.of(FeedArguments.note(Feed.RECORDED, run.options(), messages), String.format(Locale.ROOT,
            "%,.0f messages ran to their end under %s; the heap grew by %,.0f bytes meanwhile, which is what helper " +
            "threads allocate", counted, result.host().collector(), growth)));
    }
}
