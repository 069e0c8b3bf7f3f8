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

import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.number.PriceE4Text;
import io.packetflow.trading.gateway.ouch.OuchDecoder;
import io.packetflow.trading.gateway.ouch.OuchOutboundLayout;

/** Cold path. An answer of the venue, in a line. */
final class AnswerText
{
    private final OuchDecoder answer;

    AnswerText(final Slab slab, final long offset)
    {
        answer = new OuchDecoder(slab);
        answer.wrap(slab, offset);
    }

    String line()
    {
        return switch (answer.type())
        {
            case OuchOutboundLayout.ACCEPTED, OuchOutboundLayout.CANCELED, OuchOutboundLayout.AIQ_CANCELED,
                OuchOutboundLayout.EXECUTED, OuchOutboundLayout.REJECTED, OuchOutboundLayout.CANCEL_REJECTED ->
                "order " + Integer.toUnsignedString(answer.userRef()) + ' ' + event();
            case OuchOutboundLayout.REPLACED -> "order " + Integer.toUnsignedString(answer.replacedOriginalRef()) +
                " replaced by " + Integer.toUnsignedString(answer.replacedUserRef()) + replacement();
            default -> "OUCH " + (char)answer.type();
        };
    }

    /** Returns what happened to an order; empty if the answer is not about it. */
    String eventOf(final int userRef)
    {
        if (answer.type() != OuchOutboundLayout.REPLACED)
        {
            return answer.type() != OuchOutboundLayout.SYSTEM_EVENT && answer.userRef() == userRef ? event() : "";
        }
        if (answer.replacedUserRef() == userRef)
        {
            return "took the place of " + Integer.toUnsignedString(answer.replacedOriginalRef()) + replacement();
        }
        return answer.replacedOriginalRef() == userRef ?
            "replaced by " + Integer.toUnsignedString(answer.replacedUserRef()) + replacement() : "";
    }

    private String replacement()
    {
        return String.format(Locale.ROOT, ": %s %,d at %s", InstanceText.side(answer.replacedSide()),
            answer.replacedQuantity(), PriceE4Text.format(answer.replacedPriceE4()));
    }

    private String event()
    {
        return switch (answer.type())
        {
            case OuchOutboundLayout.ACCEPTED -> String.format(Locale.ROOT, "accepted: %s %,d at %s",
                InstanceText.side(answer.acceptedSide()), answer.acceptedQuantity(),
                PriceE4Text.format(answer.acceptedPriceE4()));
            case OuchOutboundLayout.CANCELED -> String.format(
                Locale.ROOT, "canceled: %,d shares, reason %c", answer.canceledQuantity(), answer.canceledReason());
            case OuchOutboundLayout.AIQ_CANCELED -> String.format(Locale.ROOT,
                "canceled, as it would have traded with an own order: %,d shares", answer.aiqCanceledQuantity());
            case OuchOutboundLayout.EXECUTED -> String.format(Locale.ROOT, "executed: %,d at %s",
                answer.executedQuantity(), PriceE4Text.format(answer.executedPriceE4()));
            case OuchOutboundLayout.REJECTED -> "rejected by the venue, reason " + answer.rejectedReason();
            case OuchOutboundLayout.CANCEL_REJECTED -> "cancel rejected by the venue";
            default -> "OUCH " + (char)answer.type();
        };
    }
}
