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
import java.util.List;
import java.util.Optional;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;

/**
 * Cold path. Which node runs on which CPU, and what the other CPUs are for. Pure data: compared by value, printed as a
 * table, kept as text, checked against any topology.
 *
 * @param host summary of the topology that was planned for
 * @param assignments one for each node, in the order of the demands
 * @param housekeeping CPUs for the kernel, the JVM, helper threads and nodes that yield
 * @param quiet SMT siblings of CPUs with spinning nodes: nothing should run there
 * @param idle usable CPUs that nobody wants
 * @param within CPUs to which the options limited the plan; the empty set means no limit
 * @param notes what a reader should know before using the plan
 */
public record CorePlan(
    String host,
    List<CoreAssignment> assignments,
    CpuSet housekeeping,
    CpuSet quiet,
    CpuSet idle,
    CpuSet within,
    List<String> notes)
{
    /** Copies the lists. */
    public CorePlan
    {
        assignments = List.copyOf(assignments);
        notes = List.copyOf(notes);
    }

    /** Returns where a node runs, or nothing if the plan has no such node. */
    public Optional<CoreAssignment> assignment(final String node)
    {
        return assignments.stream().filter((own) -> own.node().equals(node)).findFirst();
    }

    /** Returns the CPUs with nodes that busy-spin. */
    public CpuSet spinning()
    {
        return CpuSet.of(assignments.stream().filter(CoreAssignment::spinning).mapToInt(CoreAssignment::cpu));
    }

    /**
     * Checks the plan against a topology, which need not be the one it was made for.
     *
     * @param topology of a host
     * @return every violation of a {@link CoreRule}; empty if the plan fits
     */
    public List<CoreViolation> check(final CpuTopology topology)
    {
        return new CorePlanCheck(this, topology).violations();
    }

    /** Returns the plan as properties text, made for review and for version control. */
    public String toProperties()
    {
        return PlanProperties.write(this);
    }

    /**
     * Reads a plan back from its text.
     *
     * @param text as {@link #toProperties} wrote it
     * @return an equal plan
     * @throws IllegalArgumentException if the text is anything else; the message lists every fault with its line
     */
    public static CorePlan fromProperties(final String text)
    {
        return PlanProperties.read(text);
    }

    /** Returns the plan as an aligned table, several lines. */
    @Override
    public String toString()
    {
        final List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("node", "home", "CPU", "socket", "NUMA", "critical", "wait", "reason"));
        for (final CoreAssignment node : assignments)
        {
            rows.add(List.of(node.node(), node.home(), String.valueOf(node.cpu()), String.valueOf(node.socket()),
                String.valueOf(node.numaNode()), node.critical() ? "yes" : "no", node.spinning() ? "spin" : "yield",
                node.reason()));
        }
        final StringBuilder text = new StringBuilder("Core plan for ").append(host).append('\n');
        for (final List<String> row : rows)
        {
            final StringBuilder line = new StringBuilder(" ");
            for (int column = 0; column < row.size(); column++)
            {
                final int index = column;
                final int width = rows.stream().mapToInt((other) -> other.get(index).length()).max().orElse(0);
                line.append(' ').append(row.get(column)).append(" ".repeat(width - row.get(column).length() + 1));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        text.append("  housekeeping ").append(list(housekeeping))
            .append("; quiet siblings ").append(list(quiet))
            .append("; idle ").append(list(idle));
        if (!within.isEmpty())
        {
            text.append("; limited to ").append(within);
        }
        text.append('\n');
        notes.forEach((note) -> text.append("  note: ").append(note).append('\n'));
        return text.toString();
    }

    private static String list(final CpuSet cpus)
    {
        return cpus.isEmpty() ? "none" : cpus.toString();
    }
}
