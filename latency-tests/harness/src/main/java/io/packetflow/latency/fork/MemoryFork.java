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

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import io.packetflow.engine.cli.HostException;
import io.packetflow.latency.workload.PreparedMolecules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Cold path. What molecules take: of the heap after a collection, and of all other memory as the kernel counts it. The
 * heap is touched from the start (AlwaysPreTouch), so what is resident grows by what lies off the heap alone: rings,
 * tables, counters, and the classes that were generated.
 */
@Command(name = "memory", description = "What molecules take on the heap and off it.")
final class MemoryFork extends Fork
{
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final int BYTES_PER_KB = 1_024;

    @Option(names = "--count", required = true, paramLabel = "N", description = "how many are made")
    private int count;

    @Option(names = "--trading", description = "TradingEngines; otherwise six small packets")
    private boolean isTrading;

    @Option(names = "--slots", defaultValue = "0", paramLabel = "N",
        description = "of each ring, 0 for what the planner chooses (default: 0)")
    private int slots;

    @Override
    void measure(final ForkResult.Builder result)
    {
        try (PreparedMolecules molecules = new PreparedMolecules(isTrading, slots))
        {
            // The first ones load the classes that all share.
            molecules.add();
            molecules.add();
            final long heapBytes = usedHeapBytes();
            final long residentBytes = residentBytes();
            for (int i = 0; i < count; i++)
            {
                molecules.add();
            }
            result.number(Measure.HEAP_BYTES_PER_MOLECULE, (double)(usedHeapBytes() - heapBytes) / count)
                .number(Measure.OFF_HEAP_BYTES_PER_MOLECULE, (double)(residentBytes() - residentBytes) / count)
                .number(Measure.PACKETS, molecules.packets()).number(Measure.SLOTS, molecules.slots());
        }
    }

    private static long usedHeapBytes()
    {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long residentBytes()
    {
        try
        {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(RESIDENT)).findFirst()
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * BYTES_PER_KB)
                .orElseThrow(() -> new HostException("the kernel does not say what is resident: no " + RESIDENT +
                " in " + STATUS));
        }
        catch (final IOException e)
        {
            throw new HostException("the kernel does not say what is resident: " + e.getMessage(), e);
        }
    }
}
