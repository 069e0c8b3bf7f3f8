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
package io.packetflow.tuning.launch;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.affinity.plan.CoreAssignment;
import io.packetflow.affinity.plan.CorePlan;

/** Cold path. What {@code bin/packetflow-service} reads from its environment, each variable with its reason. */
public final class LaunchVariables
{
    /** Where the service looks for it. */
    public static final String FILE = "/etc/packetflow/packetflow.env";

    static final String JOURNAL = "/var/lib/packetflow/journal";

    private static final String NICE = "-20";

    /** A variable and why it has its value. */
    private record Variable(String name, String value, List<String> reasons)
    {
    }

    private final List<Variable> variables = new ArrayList<>();

    /**
     * The variables of some shares, with no options.
     *
     * @param shares of the CPUs
     * @return the variables
     */
    public static LaunchVariables of(final CpuShares shares)
    {
        return new LaunchVariables(shares, List.of(), List.of());
    }

    static LaunchVariables of(final CorePlan plan, final CpuShares shares, final List<String> options)
    {
        final List<String> nodes = new ArrayList<>();
        for (final CoreAssignment node : plan.assignments())
        {
            nodes.add("CPU " + node.cpu() + ": node " + node.node() + ", " + node.reason());
        }
        return new LaunchVariables(shares, nodes, options);
    }

    private LaunchVariables(final CpuShares shares, final List<String> nodes, final List<String> options)
    {
        final List<String> pinned = new ArrayList<>(List.of("CPUs to which the nodes pin themselves."));
        pinned.addAll(nodes);
        variables.add(new Variable("PACKETFLOW_PINNED", shares.pinned().toString(), pinned));
        variables.add(new Variable("PACKETFLOW_HOUSEKEEPING", shares.housekeeping().toString(), List.of(
            shares.housekeeping().intersect(shares.pinned()).isEmpty() ?
                "CPUs of the JVM's own threads (compiler, collector, helpers): none of them disturbs a node." :
                "This plan leaves no CPU to the JVM, whose threads will interrupt nodes for milliseconds.")));
        variables.add(new Variable("PACKETFLOW_NUMA_NODES", shares.memoryNodes(), List.of(
            shares.memoryNodes().isEmpty() ? "The host has one memory node: nothing to bind." :
                "Memory node of the nodes that an output waits for; another one costs 50 ns an access.")));
        variables.add(new Variable("PACKETFLOW_NICE", NICE, List.of("Above other tasks where they meet.")));
        variables.add(new Variable("PACKETFLOW_JOURNAL", JOURNAL, List.of(
            "A restart recovers from it. Without one (empty) a restart would begin anew: set Restart=no then.")));
        variables.add(new Variable("PACKETFLOW_OPTIONS", String.join(" ", options), List.of(
            "Options of 'packetflow trade' that give the plan above; add --feed FILE and what else the job needs.")));
    }

    /**
     * An environment file, which systemd and a shell read alike.
     *
     * @param author command that writes it
     * @return its text
     */
    public String environment(final String author)
    {
        final StringBuilder text = new StringBuilder("# Written by " + author + ".\n");
        for (final Variable variable : variables)
        {
            reasons(text, variable).append(variable.name()).append("=\"").append(variable.value()).append("\"\n");
        }
        return text.append("# A certain JDK, and more options for its JVM.\n#JAVA_HOME=\n#PACKETFLOW_JAVA_OPTS=\n")
            .toString();
    }

    /** Exports for a shell; what its caller has set already wins. */
    String exports()
    {
        final StringBuilder text = new StringBuilder();
        for (final Variable variable : variables)
        {
            reasons(text, variable).append("export ").append(variable.name()).append("=\"${").append(variable.name())
                .append('-').append(variable.value()).append("}\"\n");
        }
        return text.toString();
    }

    private static StringBuilder reasons(final StringBuilder text, final Variable variable)
    {
        variable.reasons().forEach(reason -> text.append("# ").append(reason).append('\n'));
        return text;
    }
}
