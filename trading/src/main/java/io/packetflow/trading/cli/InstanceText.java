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

import java.util.Arrays;
import java.util.Locale;

import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.reactor.ReplayedInstance;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.number.PriceE4Text;
import io.packetflow.risk.pretrade.Violations;
import io.packetflow.trading.engine.LimitTarget;
import io.packetflow.trading.engine.TradingCommand;
import io.packetflow.trading.engine.TradingKinds;
import io.packetflow.trading.feed.itch.ItchDecoder;
import io.packetflow.trading.feed.itch.ItchLayout;
import io.packetflow.trading.feed.itch.ItchSymbol;

/** Cold path. What came into an engine, in a line. */
final class InstanceText
{
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long MINUTES_PER_HOUR = 60;
    private static final long HOURS_PER_DAY = 24;

    private InstanceText()
    {
    }

    static String of(final ReplayedInstance instance)
    {
        final int kind = instance.header().kind();
        return switch (kind)
        {
            case TradingKinds.FEED_CODE -> "feed: " + feed(instance.input().slab(), instance.input().offset());
            case TradingKinds.VENUE_CODE ->
                "venue: " + new AnswerText(instance.input().slab(), instance.input().offset()).line();
            case TradingKinds.REFUSAL_CODE -> "own risk: order " + instance.input().getLong(0) + " refused, " +
                Violations.describe(instance.input().getLong(Long.BYTES));
            case TradingKinds.WITHDRAWAL_CODE ->
                "withdrawal of all quotes, from locate " + instance.input().getLong(0) + " on";
            default -> kind == InstanceKind.CONTROL.code() ? "control: " + command(instance) :
                kind == InstanceKind.TIMER.code() ? "timer" : "kind " + kind;
        };
    }

    /** Writes a time of day where it is one, else the nanoseconds. */
    static String time(final long nanos)
    {
        final long seconds = nanos / NANOS_PER_SECOND;
        final long hours = seconds / SECONDS_PER_MINUTE / MINUTES_PER_HOUR;
        return nanos < 0 || hours >= HOURS_PER_DAY ? nanos + " ns" : String.format(Locale.ROOT, "%02d:%02d:%02d.%09d",
            hours, seconds / SECONDS_PER_MINUTE % MINUTES_PER_HOUR, seconds % SECONDS_PER_MINUTE,
            nanos % NANOS_PER_SECOND);
    }

    private static String feed(final Slab slab, final long at)
    {
        final int type = ItchDecoder.type(slab, at);
        return String.format(Locale.ROOT, "ITCH %c %s, locate %d%s", (char)type, ItchLayout.name(type),
            ItchDecoder.stockLocate(slab, at), details(slab, at, type));
    }

    private static String details(final Slab slab, final long at, final int type)
    {
        return switch ((char)type)
        {
            case ItchLayout.ADD_ORDER, ItchLayout.ADD_ORDER_MPID -> String.format(Locale.ROOT,
                ", %s, reference %d: %s %,d at %s", ItchSymbol.unpack(ItchDecoder.stock(slab, at)).strip(),
                ItchDecoder.orderReference(slab, at), side(ItchDecoder.side(slab, at)), ItchDecoder.shares(slab, at),
                PriceE4Text.format(ItchDecoder.priceE4(slab, at)));
            case ItchLayout.ORDER_EXECUTED, ItchLayout.ORDER_EXECUTED_PRICE, ItchLayout.ORDER_CANCEL ->
                String.format(Locale.ROOT, ", reference %d: %,d shares less", ItchDecoder.orderReference(slab, at),
                    ItchDecoder.reducedShares(slab, at));
            case ItchLayout.ORDER_DELETE -> ", reference " + ItchDecoder.orderReference(slab, at);
            case ItchLayout.ORDER_REPLACE -> String.format(Locale.ROOT, ", reference %d by %d: %,d at %s",
                ItchDecoder.orderReference(slab, at), ItchDecoder.newOrderReference(slab, at),
                ItchDecoder.replacedShares(slab, at), PriceE4Text.format(ItchDecoder.replacedPriceE4(slab, at)));
            default -> "";
        };
    }

    static String side(final int letter)
    {
        return letter == 'B' ? "buy" : "sell";
    }

    private static String command(final ReplayedInstance instance)
    {
        final int command = (int)instance.input().getLong(TradingCommand.COMMAND);
        return switch (command)
        {
            case TradingCommand.KILL -> "kill";
            case TradingCommand.RESUME -> "resume";
            case TradingCommand.STOP -> "stop";
            case ControlCommands.SNAPSHOT -> "snapshot";
            case ControlCommands.CANCEL_LIVE ->
                "cancel of all live orders" + because((int)instance.input().getLong(TradingCommand.TARGET));
            case TradingCommand.SPACE_LOW -> "the journal's disk is nearly full";
            case TradingCommand.SPACE_ENOUGH -> "the journal's disk has room again";
            case TradingCommand.LIMIT -> limit(instance);
            default -> "command " + command;
        };
    }

    private static String because(final int event)
    {
        return Arrays.stream(LiveOrders.Event.values()).filter(one -> one.code() == event)
            .map(one -> " (" + one + ')').findFirst().orElse("");
    }

    private static String limit(final ReplayedInstance instance)
    {
        final LimitTarget target = LimitTarget.of((int)instance.input().getLong(TradingCommand.TARGET));
        return "limit " + (target == null ? "unknown" : target.commandName() +
            (target.isOfInstrument() ? " of locate " + instance.input().getLong(TradingCommand.FIRST_VALUE) : "")) +
            " is " + instance.input().getLong(TradingCommand.SECOND_VALUE);
    }
}
