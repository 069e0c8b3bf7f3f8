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
package io.packetflow.latency.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.analysis.performance.CriticalPath;
import io.packetflow.engine.analysis.performance.Deployment;
import io.packetflow.engine.analysis.performance.Schedule;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.CostOrigin;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.engine.MarketDataProcessor;
import io.packetflow.trading.engine.OrderRouter;
import io.packetflow.trading.engine.RiskManager;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;

/**
 * Cold path. What the engine's analysis predicts of tick to trade: the critical path of the TradingEngine, fused on one
 * core, to its order. Packets whose parts were measured alone take these times; the others, and the steps between
 * packets, are assumed, and each line says which.
 *
 * @param parts in the order in which an instance meets them
 */
record PredictedBudget(List<Budget.Part> parts)
{
    /** Copies the list. */
    PredictedBudget
    {
        parts = List.copyOf(parts);
    }

    /**
     * Predicts.
     *
     * @param decodeNanos decoding of an ITCH message
     * @param bookNanos order book, an operation
     * @param checkNanos pre-trade check
     * @param encodeNanos encoding of an OUCH message
     * @return the prediction
     */
    static PredictedBudget of(
        final double decodeNanos, final double bookNanos, final double checkNanos, final double encodeNanos)
    {
        final MolecularStructure structure =
            TradingEngine.molecule(TradingConfig.simulation(1, 500), HugePages.OFF).structure();
        final Map<String, Double> measured = new LinkedHashMap<>();
        measured.put(MarketDataProcessor.NAME, decodeNanos + bookNanos);
        measured.put(RiskManager.NAME, checkNanos);
        measured.put(OrderRouter.NAME, encodeNanos);
        final CostModel costs = CostModel.declared(structure, HostCosts.ASSUMED).withMeasured(measured);
        final Deployment fused = Deployment.fused(CausalOrder.of(structure));
        return new PredictedBudget(
            parts(CriticalPath.to(Set.of(OrderRouter.NAME), Schedule.of(fused, costs), costs), costs));
    }

    private static List<Budget.Part> parts(final CriticalPath path, final CostModel costs)
    {
        final List<Budget.Part> parts = new ArrayList<>();
        double callNanos = 0;
        int calls = 0;
        for (final CriticalPath.Part part : path.parts())
        {
            switch (part.kind())
            {
                case WORK -> parts.add(new Budget.Part(
                    part.what() + (costs.packet(part.what()).origin() == CostOrigin.MEASURED ?
                    ", measured alone" : ", assumed"), part.nanos()));
                case CALL ->
                {
                    callNanos += part.nanos();
                    calls++;
                }
                default -> parts.add(new Budget.Part(part.what() + ", assumed", part.nanos()));
            }
        }
        parts.add(new Budget.Part(calls + " calls between packets, assumed", callNanos));
        return parts;
    }

    /** Returns the sum of the parts. */
    double totalNanos()
    {
        return parts.stream().mapToDouble(Budget.Part::nanos).sum();
    }
}
