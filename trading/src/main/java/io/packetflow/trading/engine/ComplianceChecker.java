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
package io.packetflow.trading.engine;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.trading.compliance.ComplianceRecordLayout;
import io.packetflow.trading.compliance.Surveillance;
import io.packetflow.trading.strategy.OrderIntents;

/**
 * Hot path. CF:seq: writes every decision about an order into the trail, in sequence, passed or blocked, with the
 * version of the limits that decided; watches order-to-trade ratio and message rate. It never holds an order up.
 */
public final class ComplianceChecker implements PacketHandler
{
    /** Name of the packet. */
    public static final String NAME = "ComplianceChecker";

    private final InstanceHeader header;
    private final OrderIntents intents;
    private final VerdictArea verdicts;
    private final ComplianceDesk desk;
    private final Surveillance surveillance;

    /**
     * Makes the handler.
     *
     * @param context of one running molecule
     */
    public ComplianceChecker(final PacketContext context)
    {
        this.header = context.header();
        this.intents = context.area(AlgorithmicTrader.NAME, OrderIntents.class);
        this.verdicts = context.area(RiskManager.NAME, VerdictArea.class);
        this.desk = context.resource(TradingEngine.COMPLIANCE, ComplianceDesk.class);
        this.surveillance = desk.surveillance();
        context.count("trail records", desk.trail()::published);
        context.count("order-to-trade breaches", surveillance::ratioBreaches);
        context.count("message-rate breaches", surveillance::rateBreaches);
    }

    @Override
    public int onInstance()
    {
        final int filled = verdicts.filledLocate();
        if (filled != VerdictArea.NO_FILL)
        {
            surveillance.onTrade(filled);
        }
        final int count = intents.count();
        for (int i = 0; i < count; i++)
        {
            record(i);
        }
        return CONTINUE;
    }

    private void record(final int index)
    {
        final long timeNanos = header.logicalTimeNanos();
        final long violations = verdicts.violations(index);
        desk.trail().begin(timeNanos, intents.locate(), intents.action(index), intents.side(index),
            intents.userRef(index), intents.originalUserRef(index), intents.priceE4(index), intents.quantity(index));
        final long surveilled = violations == 0 ? surveillance.onOrder(intents.locate(), timeNanos) : 0;
        desk.trail().decide(violations | surveilled, verdicts.limitsVersion(),
            violations == 0 ? ComplianceRecordLayout.PASSED : ComplianceRecordLayout.BLOCKED);
    }

    @Override
    public long stateHash()
    {
        return desk.trail().published() + surveillance.ratioBreaches() * 31 + surveillance.rateBreaches() * 961;
    }
}
