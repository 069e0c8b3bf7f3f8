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
package io.packetflow.affinity.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Writes the sysfs of a made-up host: its CPUs numbered threads last, as most firmware does. */
public final class SyntheticSysfs
{
    private final int sockets;
    private final int coresPerSocket;
    private final int threads;
    private final int nodesPerSocket;
    private final TreeMap<String, String> files = new TreeMap<>();
    private CpuSet offline = CpuSet.EMPTY;

    public SyntheticSysfs(final int sockets, final int coresPerSocket, final int threads, final int nodesPerSocket)
    {
        this.sockets = sockets;
        this.coresPerSocket = coresPerSocket;
        this.threads = threads;
        this.nodesPerSocket = nodesPerSocket;
    }

    public SyntheticSysfs offline(final String cpus)
    {
        offline = CpuSet.parse(cpus);
        return this;
    }

    /** Adds or replaces a file; no content removes it. */
    public SyntheticSysfs file(final String path, final String content)
    {
        files.put(path, content);
        return this;
    }

    public Path write(final Path root) throws IOException
    {
        final int count = sockets * coresPerSocket * threads;
        final CpuSet all = CpuSet.of(IntStream.range(0, count));
        final TreeMap<String, String> content = new TreeMap<>();
        content.put("sys/devices/system/cpu/present", all.toString());
        content.put("sys/devices/system/cpu/online", all.minus(offline).toString());
        content.put("sys/devices/system/cpu/offline", offline.toString());
        content.put("sys/devices/system/cpu/isolated", "");
        for (final int cpu : all.minus(offline))
        {
            writeCpu(content, cpu, all.minus(offline));
        }
        writeNodes(content, all.minus(offline));
        content.putAll(files);
        for (final var file : content.entrySet())
        {
            if (file.getValue() != null)
            {
                final Path path = root.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue() + "\n");
            }
        }
        return root;
    }

    private void writeCpu(final Map<String, String> content, final int cpu, final CpuSet online)
    {
        final String directory = "sys/devices/system/cpu/cpu" + cpu + "/";
        content.put(directory + "topology/physical_package_id", String.valueOf(socketOf(cpu)));
        content.put(directory + "topology/core_id", String.valueOf(coreOf(cpu) % coresPerSocket));
        content.put(directory + "topology/thread_siblings_list", same(cpu, online, this::coreOf));
        content.put(directory + "cache/index0/level", "1");
        content.put(directory + "cache/index0/shared_cpu_list", same(cpu, online, this::coreOf));
        content.put(directory + "cache/index1/level", "3");
        content.put(directory + "cache/index1/shared_cpu_list", same(cpu, online, this::socketOf));
    }

    private void writeNodes(final Map<String, String> content, final CpuSet online)
    {
        final int nodes = sockets * nodesPerSocket;
        for (int node = 0; node < nodes; node++)
        {
            final int own = node;
            final String directory = "sys/devices/system/node/node" + node + "/";
            content.put(directory + "cpulist",
                CpuSet.of(online.stream().filter((cpu) -> nodeOf(cpu) == own)).toString());
            final StringBuilder row = new StringBuilder();
            for (int other = 0; other < nodes; other++)
            {
                row.append(other == node ? "10 " : other / nodesPerSocket == node / nodesPerSocket ? "11 " : "20 ");
            }
            content.put(directory + "distance", row.toString().strip());
        }
    }

    private static String same(final int cpu, final CpuSet online, final IntUnaryOperator property)
    {
        return CpuSet.of(online.stream()
            .filter((other) -> property.applyAsInt(other) == property.applyAsInt(cpu))).toString();
    }

    private int coreOf(final int cpu)
    {
        return cpu % (sockets * coresPerSocket);
    }

    private int socketOf(final int cpu)
    {
        return coreOf(cpu) / coresPerSocket;
    }

    private int nodeOf(final int cpu)
    {
        return coreOf(cpu) * nodesPerSocket / coresPerSocket;
    }
}
