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

import java.util.Locale;

import io.packetflow.engine.reactor.OfflineReplay;
import io.packetflow.engine.reactor.ReplayedInstance;
import io.packetflow.risk.pretrade.Violations;
import io.packetflow.trading.engine.OrderArea;
import io.packetflow.trading.engine.OrderOutput;
import io.packetflow.trading.engine.OrderRouter;
import io.packetflow.trading.engine.TradingEngine;
import io.packetflow.trading.engine.TradingKinds;
import io.packetflow.trading.gateway.ouch.OuchInboundLayout;
import io.packetflow.trading.gateway.ouch.OuchVenueDecoder;

/** Cold path. What became of an order behind the instance that decided on it, a line each. */
final class OrderLife
{
    private final int userRef;
    private final OrderOutput output;
    private final StringBuilder text = new StringBuilder();
    private long sentCount;

    OrderLife(final OfflineReplay replay, final int userRef)
    {
        this.userRef = userRef;
        this.output = replay.resource(TradingEngine.OUTPUT, OrderOutput.class);
        this.sentCount = output.count();
    }

    void follow(final ReplayedInstance instance)
    {
        final int kind = instance.header().kind();
        if (kind == TradingKinds.VENUE_CODE)
        {
            note(instance, new AnswerText(instance.input().slab(), instance.input().offset()).eventOf(userRef));
        }
        else if (kind == TradingKinds.REFUSAL_CODE && (int)instance.input().getLong(0) == userRef)
        {
            note(instance, "the strategy was told that it is refused: " +
                Violations.describe(instance.input().getLong(Long.BYTES)));
        }
        // An area that this instance did not reach holds messages of an older one.
        if (output.count() != sentCount)
        {
            sentCount = output.count();
            sent(instance, instance.area(OrderRouter.NAME, OrderArea.class));
        }
    }

    private void sent(final ReplayedInstance instance, final OrderArea orders)
    {
        final OuchVenueDecoder message = new OuchVenueDecoder(orders.slab());
        for (int i = 0; i < orders.count(); i++)
        {
            message.wrap(orders.slab(), orders.message(i));
            if (message.type() == OuchInboundLayout.REPLACE && message.replaceOriginalRef() == userRef)
            {
                note(instance, "the engine asked to replace it by " +
                    Integer.toUnsignedString(message.replaceUserRef()));
            }
            else if (message.type() == OuchInboundLayout.CANCEL && message.userRef() == userRef)
            {
                note(instance, "the engine asked to cancel it");
            }
        }
    }

    private void note(final ReplayedInstance instance, final String event)
    {
        if (!event.isEmpty())
        {
            text.append(String.format(Locale.ROOT, "%-11s%,15d  %s  %s%n", text.length() == 0 ? "later" : "",
                instance.header().sequence(), InstanceText.time(instance.header().logicalTimeNanos()), event));
        }
    }

    String text()
    {
        return text.length() == 0 ? "later      nothing, up to the end of the journal\n" : text.toString();
    }
}
