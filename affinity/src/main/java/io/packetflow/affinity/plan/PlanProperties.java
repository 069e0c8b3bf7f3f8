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
package io.packetflow.affinity.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.packetflow.affinity.topology.CpuSet;

/**
 * Cold path. The text form of a plan: one {@code key=value} a line, {@code #} for comments, nodes and notes numbered
 * from 0. In values a backslash escapes itself, line breaks ({@code \n}, {@code \r}) and nothing else.
 */
final class PlanProperties
{
    private static final String FORMAT = "1";
    private static final List<String> NODE_KEYS =
        List.of("name", "home", "cpu", "socket", "numa", "critical", "spinning", "reason");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private PlanProperties()
    {
    }

    static String write(final CorePlan plan)
    {
        final StringBuilder text = new StringBuilder("# PacketFlow core plan\n");
        put(text, "format", FORMAT);
        put(text, "host", plan.host());
        put(text, "housekeeping", plan.housekeeping());
        put(text, "quiet", plan.quiet());
        put(text, "idle", plan.idle());
        put(text, "within", plan.within());
        for (int index = 0; index < plan.assignments().size(); index++)
        {
            final CoreAssignment node = plan.assignments().get(index);
            final String prefix = "node." + index + ".";
            put(text, prefix + "name", node.node());
            put(text, prefix + "home", node.home());
            put(text, prefix + "cpu", node.cpu());
            put(text, prefix + "socket", node.socket());
            put(text, prefix + "numa", node.numaNode());
            put(text, prefix + "critical", node.critical());
            put(text, prefix + "spinning", node.spinning());
            put(text, prefix + "reason", node.reason());
        }
        for (int index = 0; index < plan.notes().size(); index++)
        {
            put(text, "note." + index, plan.notes().get(index));
        }
        return text.toString();
    }

    private static void put(final StringBuilder text, final String key, final Object value)
    {
        text.append(key).append('=')
            .append(String.valueOf(value).replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"))
            .append('\n');
    }

    static CorePlan read(final String text)
    {
        final PlanProperties properties = new PlanProperties();
        properties.parse(text);
        final CorePlan plan = properties.plan();
        if (!properties.faults.isEmpty())
        {
            throw new IllegalArgumentException("not a core plan:\n  " + String.join("\n  ", properties.faults));
        }
        return plan;
    }

    private void parse(final String text)
    {
        // A line ends with \n or \r\n; a bare \r never occurs in what write() makes.
        final String[] all = text.split("\r?\n", -1);
        for (int index = 0; index < all.length; index++)
        {
            final String line = all[index];
            if (line.isBlank() || line.startsWith("#"))
            {
                continue;
            }
            final int equals = line.indexOf('=');
            if (equals < 0)
            {
                faults.add("line " + (index + 1) + ": no '=' in '" + line + "'");
                continue;
            }
            final String key = line.substring(0, equals).strip();
            if (values.put(key, unescape(line.substring(equals + 1))) != null)
            {
                faults.add("line " + (index + 1) + ": '" + key + "' is there already, in line " + lines.get(key));
            }
            lines.put(key, index + 1);
        }
    }

    private static String unescape(final String value)
    {
        final StringBuilder text = new StringBuilder();
        for (int index = 0; index < value.length(); index++)
        {
            final char next = value.charAt(index);
            if (next == '\\' && index + 1 < value.length())
            {
                index++;
                final char escaped = value.charAt(index);
                text.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            }
            else
            {
                text.append(next);
            }
        }
        return text.toString();
    }

    private CorePlan plan()
    {
        final String format = take("format", Function.identity(), FORMAT);
        if (!format.equals(FORMAT))
        {
            faults.add("format " + format + " is unknown; this version reads format " + FORMAT);
        }
        final String host = take("host", Function.identity(), "");
        final CpuSet housekeeping = take("housekeeping", CpuSet::parse, CpuSet.EMPTY);
        final CpuSet quiet = take("quiet", CpuSet::parse, CpuSet.EMPTY);
        final CpuSet idle = take("idle", CpuSet::parse, CpuSet.EMPTY);
        final CpuSet within = take("within", CpuSet::parse, CpuSet.EMPTY);
        final List<CoreAssignment> nodes = new ArrayList<>();
        while (hasNode(nodes.size()))
        {
            nodes.add(node("node." + nodes.size() + "."));
        }
        final List<String> notes = new ArrayList<>();
        while (values.containsKey("note." + notes.size()))
        {
            notes.add(values.remove("note." + notes.size()));
        }
        for (final String unknown : values.keySet())
        {
            faults.add("line " + lines.get(unknown) + ": unknown key '" + unknown +
                "' (nodes and notes are numbered from 0 without gaps)");
        }
        return new CorePlan(host, nodes, housekeeping, quiet, idle, within, notes);
    }

    private boolean hasNode(final int index)
    {
        return NODE_KEYS.stream().anyMatch((key) -> values.containsKey("node." + index + "." + key));
    }

    private CoreAssignment node(final String prefix)
    {
        return new CoreAssignment(
            take(prefix + "name", Function.identity(), ""),
            take(prefix + "home", Function.identity(), ""),
            take(prefix + "cpu", PlanProperties::cpu, 0),
            take(prefix + "socket", PlanProperties::number, 0),
            take(prefix + "numa", PlanProperties::number, 0),
            take(prefix + "critical", PlanProperties::truth, false),
            take(prefix + "spinning", PlanProperties::truth, false),
            take(prefix + "reason", Function.identity(), ""));
    }

    private <T> T take(final String key, final Function<String, T> parser, final T otherwise)
    {
        final String value = values.remove(key);
        if (value == null)
        {
            faults.add("'" + key + "' is missing");
            return otherwise;
        }
        try
        {
            return parser.apply(value);
        }
        catch (final IllegalArgumentException malformed)
        {
            faults.add("line " + lines.get(key) + ": '" + key + "': " + malformed.getMessage());
            return otherwise;
        }
    }

    private static int number(final String value)
    {
        final String text = value.strip();
        if (!text.matches("-1|[0-9]{1,5}"))
        {
            throw new IllegalArgumentException("'" + value + "' is not a number from -1 to 99999");
        }
        return Integer.parseInt(text);
    }

    private static int cpu(final String value)
    {
        final int cpu = number(value);
        if (cpu < 0 || cpu > CpuSet.MAX_CPU)
        {
            throw new IllegalArgumentException("a CPU number is from 0 to " + CpuSet.MAX_CPU + ": " + cpu);
        }
        return cpu;
    }

    private static boolean truth(final String value)
    {
        final String text = value.strip();
        if (!text.equals("true") && !text.equals("false"))
        {
            throw new IllegalArgumentException("'" + value + "' is neither true nor false");
        }
        return text.equals("true");
    }
}
