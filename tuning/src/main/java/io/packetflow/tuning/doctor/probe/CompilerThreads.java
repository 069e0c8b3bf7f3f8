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

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.packetflow.tuning.doctor.host.HostText;
import io.packetflow.tuning.doctor.host.HostView;

/** Cold path. The threads of a JVM that compile its code, and how long the kernel says they ran. */
public final class CompilerThreads
{
    private static final String FILE = "/schedstat";

    private CompilerThreads()
    {
    }

    /**
     * Finds them.
     *
     * @param host    to look at
     * @param process id of the JVM's process
     * @return what the kernel counts of each now
     */
    static List<String> paths(final HostView host, final long process)
    {
        final String tasks = "proc/" + process + "/task";
        return host.list(tasks).stream()
            .filter(id -> host.read(tasks + "/" + id + "/comm").text().matches("C[12] Compiler.*"))
            .map(id -> tasks + "/" + id + FILE).toList();
    }

    /**
     * How long they ran meanwhile, those that were started or ended meanwhile as far as they are known.
     *
     * @param process id of the JVM's process
     * @param probes  with its counters before and after
     * @return nanoseconds
     */
    public static long nanos(final long process, final ProbeResults probes)
    {
        return paths(process, probes.after()).mapToLong(path ->
            firstNumber(probes.textAfter(path)) - firstNumber(probes.textBefore(path))).sum();
    }

    /**
     * How many there are.
     *
     * @param process id of the JVM's process
     * @param probes  with its counters
     * @return those that could be read in the end
     */
    public static long count(final long process, final ProbeResults probes)
    {
        return paths(process, probes.after()).count();
    }

    private static Stream<String> paths(final long process, final Map<String, HostText> counters)
    {
        return counters.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("proc/" + process + "/task/") && entry.getKey().endsWith(FILE))
            .filter(entry -> entry.getValue().isRead()).map(Map.Entry::getKey);
    }

    private static long firstNumber(final String text)
    {
        return HostText.number(text.split(" ", 2)[0]).orElse(0);
    }
}
