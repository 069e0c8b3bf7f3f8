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

import io.packetflow.affinity.plan.CorePlan;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.control.ControlSource;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.reactor.PlannedCode;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.engine.ItchFeedSource;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;
import io.packetflow.trading.engine.TradingProgram;

/** Cold path. The TradingEngine planned for a host, without running it; commands of all modules may ask for it. */
public final class TradingPlans
{
    private static final int SYMBOLS = 200;
    private static final int ORDERS = 85_000;

    private TradingPlans()
    {
    }

    /**
     * The cores on which {@code packetflow trade} would run.
     *
     * @param settings concluded settings
     * @param topology of the host
     * @return which node runs where
     * @throws io.packetflow.affinity.plan.CorePlanException if the host has no room for it
     * @throws io.packetflow.engine.plan.PlanException if there is no plan for another reason
     */
    public static CorePlan cores(final ReactorSettings settings, final CpuTopology topology)
    {
        return PlannedCode.plan(
            context(settings, TradingProgram.shipped(), topology, LiveOrdersMixin.DEFAULT)).cores();
    }

    static ReactorContext context(
        final ReactorSettings settings, final TradingProgram program, final CpuTopology topology,
        final LiveOrders liveOrders)
    {
        final TradingConfig config = TradingConfig.simulation(SYMBOLS, ORDERS);
        final Molecule molecule = program.molecule(config, HugePages.OFF, false).toBuilder()
            .liveOrders(liveOrders).build();
        return TradingEngine.context(molecule, config)
            .settings(settings)
            .topology(topology)
            .source("control", ControlSource.class, warmUp -> ControlSource.idle())
            .source("feed", ItchFeedSource.class, warmUp ->
            {
                throw new IllegalStateException("a plan is only printed; nothing is sent");
            });
    }
}
