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
package io.packetflow.tuning.doctor.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

import io.packetflow.affinity.pin.PinOutcome;
import io.packetflow.affinity.pin.ThreadPinning;

/** Cold path. Runs something on pinned threads of its own, one for each CPU, all at once. */
final class PinnedThreads
{
    private PinnedThreads()
    {
    }

    /**
     * Runs a task on each CPU and waits for all.
     *
     * @param cpus     to run on
     * @param task     for a CPU, on its thread
     * @param refusals CPUs to which no thread could be pinned, with the reason; filled here
     * @return the results by CPU, in the order of the CPUs
     */
    static <T> Map<Integer, T> run(
        final List<Integer> cpus, final IntFunction<T> task, final Map<Integer, String> refusals)
    {
        final Map<Integer, T> results = new ConcurrentHashMap<>();
        final Map<Integer, String> refused = new ConcurrentHashMap<>();
        final List<Thread> threads = new ArrayList<>();
        for (final int cpu : cpus)
        {
            final Thread thread = ThreadPinning.helperThread("pf-probe-" + cpu, () ->
            {
                final PinOutcome outcome = ThreadPinning.pin(cpu);
                if (outcome.isPinned())
                {
                    results.put(cpu, task.apply(cpu));
                }
                else
                {
                    refused.put(cpu, outcome.detail());
                }
            });
            thread.setUncaughtExceptionHandler((failed, cause) -> refused.put(cpu, String.valueOf(cause)));
            threads.add(thread);
            thread.start();
        }
        threads.forEach(PinnedThreads::join);
        refusals.putAll(refused);
        final Map<Integer, T> ordered = new LinkedHashMap<>();
        cpus.stream().filter(results::containsKey).forEach(cpu -> ordered.put(cpu, results.get(cpu)));
        return ordered;
    }

    /** Waits for a thread of a probe. */
    static void join(final Thread thread)
    {
        try
        {
            thread.join();
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a probe ran", e);
        }
    }
}
