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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Feed;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/**
 * Cold path. Whether floor and engine do the same work: once, untimed, by every byte that they send; and in the timed
 * forks by the number of orders.
 *
 * @param finding in words
 * @param isSame whether they do
 */
record OrderCheck(String finding, boolean isSame)
{
    private static final long MESSAGES = 300_000;

    /** Compares every byte of the orders, untimed. */
    static OrderCheck byBytes(final Feed feed, final ScenarioRun run)
    {
        final BenchOptions options = run.options();
        final long messages = Math.min(MESSAGES, options.size().recordedMessages());
        final ForkResult result = run.once(
            Subject.of("orders", FeedArguments.of("orders", feed, options, messages, Pace.FLAT_OUT)));
        return new OrderCheck(result.texts().get("finding"), Boolean.parseBoolean(result.texts().get("same")));
    }

    /** Compares the number of orders of all forks of some subjects, which sent the same messages. */
    static OrderCheck byCount(final Results results, final List<String> subjects)
    {
        final Set<Long> counts = new LinkedHashSet<>();
        subjects.forEach(subject -> results.of(subject).forEach(
            fork -> counts.add((long)fork.number(Measure.ORDERS))));
        return counts.size() == 1 ?
            new OrderCheck("all forks of " + String.join(", ", subjects) +
                String.format(" sent the same number of orders: %,d", counts.iterator().next()), true) :
            new OrderCheck("forks of " + String.join(", ", subjects) + " sent DIFFERENT numbers of orders: " + counts,
                false);
    }
}
