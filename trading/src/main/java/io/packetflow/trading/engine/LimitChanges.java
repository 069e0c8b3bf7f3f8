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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.risk.limit.AccountLimits;
import io.packetflow.risk.limit.InstrumentLimits;
import io.packetflow.risk.limit.PairLimits;
import io.packetflow.risk.limit.RiskLimits;
import io.packetflow.risk.pretrade.LimitTable;

/**
 * Cold path. Changes single limits of a running engine, at the sequence of the control instance that asks for it. It
 * allocates, as changes of limits are rare and their instances are not timed. A change that cannot be meant is
 * refused and counted; the command line has checked it before.
 */
final class LimitChanges implements Stateful
{
    private static final int INSTRUMENT_WORDS = 7;

    private final RiskLimits initial;
    private final LimitTable table;
    private final Map<Integer, InstrumentLimits> instruments = new HashMap<>();
    private AccountLimits account;
    private long refusedCount;

    LimitChanges(final RiskLimits initial, final LimitTable table)
    {
        this.initial = initial;
        this.table = table;
        this.account = initial.account(0);
    }

    void change(final int code, final int instrument, final long value)
    {
        final LimitTarget target = LimitTarget.of(code);
        if (target == null || (target.isOfInstrument() && isOutside(instrument)))
        {
            refusedCount++;
            return;
        }
        switch (target)
        {
            case MAX_QUANTITY, MAX_ORDER_NOTIONAL_E4, COLLAR_BASIS_POINTS ->
                changeInstrument(target, instrument, value);
            case MAX_POSITION -> changePosition(instrument, value);
            default -> changeAccount(target, value);
        }
    }

    private boolean isOutside(final int instrument)
    {
        return instrument < 0 || instrument >= initial.instrumentCount();
    }

    private void changeInstrument(final LimitTarget target, final int instrument, final long value)
    {
        final InstrumentLimits old = instrument(instrument);
        final InstrumentLimits changed = new InstrumentLimits(old.minPriceE4(), old.maxPriceE4(),
            target == LimitTarget.COLLAR_BASIS_POINTS ? saturated(value) : old.collarBasisPoints(), old.minQuantity(),
            target == LimitTarget.MAX_QUANTITY ? saturated(value) : old.maxQuantity(),
            target == LimitTarget.MAX_ORDER_NOTIONAL_E4 ? value : old.maxOrderNotionalE4());
        final List<String> errors = new ArrayList<>();
        changed.validate("instrument " + instrument, errors);
        if (accepts(errors))
        {
            table.instrument(instrument, changed);
            instruments.put(instrument, changed);
        }
    }

    private void changeAccount(final LimitTarget target, final long value)
    {
        final AccountLimits changed = new AccountLimits(account.maxOrderNotionalE4(),
            target == LimitTarget.MAX_OPEN_NOTIONAL_E4 ? value : account.maxOpenNotionalE4(),
            target == LimitTarget.MAX_OPEN_ORDERS ? saturated(value) : account.maxOpenOrders(),
            target == LimitTarget.ORDERS_PER_SECOND ? saturated(value) : account.ordersPerSecond(),
            account.burstOrders());
        final List<String> errors = new ArrayList<>();
        changed.validate("account 0", errors);
        if (accepts(errors))
        {
            table.account(0, changed);
            account = changed;
        }
    }

    private void changePosition(final int instrument, final long value)
    {
        final PairLimits changed = new PairLimits(saturated(value), saturated(value));
        final List<String> errors = new ArrayList<>();
        changed.validate("account 0 in instrument " + instrument, errors);
        if (accepts(errors))
        {
            table.pair(0, instrument, changed);
        }
    }

    private boolean accepts(final List<String> errors)
    {
        refusedCount += errors.isEmpty() ? 0 : 1;
        return errors.isEmpty();
    }

    private static int saturated(final long value)
    {
        return (int)Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /** Returns the limits in force. */
    InstrumentLimits instrument(final int instrument)
    {
        return instruments.getOrDefault(instrument, initial.instrument(instrument));
    }

    /** Returns the limits in force. */
    AccountLimits account()
    {
        return account;
    }

    long refusedCount()
    {
        return refusedCount;
    }

    /** What the next change starts from; the limits in force lie in the tables. */
    @Override
    public void exchange(final StateExchange state)
    {
        refusedCount = state.int64("refusedCount", refusedCount);
        account = new AccountLimits(
            state.int64("maxOrderNotionalE4", account.maxOrderNotionalE4()),
            state.int64("maxOpenNotionalE4", account.maxOpenNotionalE4()),
            state.int32("maxOpenOrders", account.maxOpenOrders()),
            state.int32("ordersPerSecond", account.ordersPerSecond()),
            state.int32("burstOrders", account.burstOrders()));
        final int count = state.bounded("instrumentCount", instruments.size(), 0, initial.instrumentCount());
        final long[] words = packed(count);
        state.longs("instruments", words);
        if (state.isRestoring())
        {
            unpack(words);
        }
    }

    /** The changed instruments, by index; zeros where there are fewer of them, as before they are restored. */
    private long[] packed(final int count)
    {
        final long[] words = new long[count * INSTRUMENT_WORDS];
        int at = 0;
        for (final Map.Entry<Integer, InstrumentLimits> entry : new TreeMap<>(instruments).entrySet())
        {
            if (at < words.length)
            {
                final InstrumentLimits limits = entry.getValue();
                words[at++] = entry.getKey();
                words[at++] = limits.minPriceE4();
                words[at++] = limits.maxPriceE4();
                words[at++] = limits.collarBasisPoints();
                words[at++] = limits.minQuantity();
                words[at++] = limits.maxQuantity();
                words[at++] = limits.maxOrderNotionalE4();
            }
        }
        return words;
    }

    private void unpack(final long[] words)
    {
        instruments.clear();
        for (int at = 0; at < words.length; at += INSTRUMENT_WORDS)
        {
            instruments.put((int)words[at], new InstrumentLimits(words[at + 1], words[at + 2], (int)words[at + 3],
                (int)words[at + 4], (int)words[at + 5], words[at + 6]));
        }
    }
}
