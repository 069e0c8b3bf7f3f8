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
package io.packetflow.trading.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.packetflow.affinity.plan.CoreAssignment;
import io.packetflow.affinity.plan.CorePlan;
import io.packetflow.affinity.plan.CoreViolation;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.config.Origin;
import io.packetflow.engine.config.ReactorKeys;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.Setting;
import io.packetflow.engine.config.SettingKey;
import io.packetflow.engine.config.Threading;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.reactor.PlannedCode;
import io.packetflow.trading.engine.TradingProgram;

/**
 * Cold path. A plan and the options of {@code packetflow trade} that give it again. A launch limits the process to the
 * CPUs of the plan and starts it on the housekeeping ones, and a planner that looks at such a host afresh may choose
 * otherwise: so the options name the cores, and it is tried here that they hold.
 *
 * @param cores   of the plan
 * @param options that give it, as they stand on a command line
 */
record LaunchedPlan(CorePlan cores, List<String> options)
{
    static LaunchedPlan of(
        final Supplier<ReactorSettings.Builder> given, final CpuTopology topology, final LiveOrders liveOrders)
    {
        final ReactorSettings settings = given.get().conclude();
        if (settings.threading() != Threading.DEDICATED)
        {
            throw new UsageException("--emit places the threads of nodes, and with " + ReactorKeys.THREADING.name() +
                "=" + settings.setting(ReactorKeys.THREADING).text() + " nodes have none; set it to dedicated");
        }
        final CorePlan cores = plan(settings, topology, liveOrders);
        final List<CoreViolation> violations = cores.check(topology);
        if (!violations.isEmpty())
        {
            throw new HostException("the plan breaks its own rules on this topology: " + violations);
        }
        final Map<String, String> named = named(settings, cores);
        final ReactorSettings.Builder again = given.get();
        named.forEach((key, value) -> again.set(key, value, Origin.COMMAND_LINE));
        requireTheSame(cores, plan(again.conclude(), behindTheWall(cores, topology), liveOrders));
        final List<String> options = new ArrayList<>();
        named.forEach((key, value) -> options.addAll(List.of("-c", key + "=" + value)));
        if (!liveOrders.equals(LiveOrdersMixin.DEFAULT))
        {
            options.addAll(List.of("--live-orders", liveOrders.toString().replace(" ", "")));
        }
        return new LaunchedPlan(cores, options);
    }

    private static CorePlan plan(
        final ReactorSettings settings, final CpuTopology topology, final LiveOrders liveOrders)
    {
        return PlannedCode.plan(TradingPlans.context(
            settings, TradingProgram.shipped(), topology, liveOrders)).cores();
    }

    /** What differs from the defaults, and the cores by name. Options of the JVM are the launcher's. */
    private static Map<String, String> named(final ReactorSettings settings, final CorePlan cores)
    {
        final Map<String, String> named = new LinkedHashMap<>();
        for (final Setting<?> setting : settings.all())
        {
            if (!setting.isDefault() && setting.key().scope() != SettingKey.Scope.JVM_OPTION)
            {
                named.put(setting.key().name(), word(setting));
            }
        }
        final Map<String, CpuSet> homes = new LinkedHashMap<>();
        for (final CoreAssignment node : cores.assignments())
        {
            homes.merge(node.home(), CpuSet.of(node.cpu()), CpuSet::union);
        }
        homes.forEach((home, cpus) -> named.put("packetflow.group." + home + ".cores", cpus.toString()));
        return named;
    }

    private static String word(final Setting<?> setting)
    {
        if (!setting.text().matches("[A-Za-z0-9_./,:+@-]+"))
        {
            throw new UsageException("the value of " + setting.key().name() + " (" + setting.origin().place() +
                ") has characters that a unit and a shell read differently: '" + setting.text() +
                "'; --emit needs one without blanks and quotes");
        }
        return setting.text();
    }

    private static CpuTopology behindTheWall(final CorePlan cores, final CpuTopology topology)
    {
        final CpuSet nodes = CpuSet.of(cores.assignments().stream().mapToInt(CoreAssignment::cpu));
        return CpuTopology.of(topology.cpus(), nodes.union(cores.housekeeping()), topology.source());
    }

    private static void requireTheSame(final CorePlan wanted, final CorePlan given)
    {
        for (final CoreAssignment node : wanted.assignments())
        {
            final int cpu = given.assignment(node.node()).map(CoreAssignment::cpu).orElse(-1);
            if (cpu != node.cpu())
            {
                throw new HostException("node '" + node.node() + "' is planned on CPU " + node.cpu() +
                    ", but an engine that may use the CPUs of the plan only would put it " +
                    (cpu < 0 ? "nowhere" : "on CPU " + cpu) + "; name the cores with packetflow.group.GROUP.cores");
            }
        }
    }
}
