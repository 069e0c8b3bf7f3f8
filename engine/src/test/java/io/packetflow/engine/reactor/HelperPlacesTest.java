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
package io.packetflow.engine.reactor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

final class HelperPlacesTest extends JournaledReactorFixture
{
    private static final Path THREADS = Path.of("/proc/self/task");
    private static final List<String> HELPERS = List.of("keep-journal", "journal-upkeep", "snapshots", "M-conductor");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    @Test
    void helperThreadsKeepOffTheCpuOnWhichANodeSpins() throws IOException
    {
        assumeTrue(Files.isDirectory(THREADS), "no /proc: nobody says where threads are");
        final CpuSet all = ThreadPinning.startMask().orElse(CpuSet.EMPTY);
        assumeTrue(all.size() > 1, "one CPU: there is none to keep off to");
        try (Reactor reactor = Reactor.launch(context(sequence -> sequence, options(), INSTANCES,
            "threading=dedicated", "plan=one-node", "group.df.wait=yield").topology(CpuTopology.live())))
        {
            final NodeStatus node = reactor.nodes().get(0);
            assumeTrue(node.pin().isPinned(), "this host pins nothing");

            final Map<String, CpuSet> places = awaitPlaces();

            assertThat(places.keySet()).containsExactlyInAnyOrderElementsOf(HELPERS);
            assertThat(places.values()).containsOnly(all.minus(CpuSet.of(node.pin().cpu())));
            reactor.awaitCompletion();
        }
    }

    /** A thread takes its place as the first thing that it does, perhaps a little later than it is started. */
    private static Map<String, CpuSet> awaitPlaces() throws IOException
    {
        final long startNanos = System.nanoTime();
        Map<String, CpuSet> places = places();
        while ((places.size() < HELPERS.size() || places.containsValue(ThreadPinning.startMask().orElseThrow())) &&
            System.nanoTime() - startNanos < PATIENCE_NANOS)
        {
            LockSupport.parkNanos(1_000_000);
            places = places();
        }
        return places;
    }

    private static Map<String, CpuSet> places() throws IOException
    {
        final Map<String, CpuSet> places = new HashMap<>();
        try (var threads = Files.list(THREADS))
        {
            for (final Path thread : threads.toList())
            {
                final String name = Files.readString(thread.resolve("comm")).strip();
                if (HELPERS.contains(name))
                {
                    places.put(name, Files.readString(thread.resolve("status")).lines()
                        .filter(line -> line.startsWith("Cpus_allowed_list:"))
                        .map(line -> CpuSet.parse(line.substring(line.indexOf(':') + 1).strip())).findFirst()
                        .orElseThrow());
                }
            }
        }
        return places;
    }
}
