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
package io.packetflow.risk.limit;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import java.util.Objects;

/**
 * Hot path. Single owner: the thread that checks orders; commands of other threads or processes reach it as instances
 * of that thread's ring, so a replay stops at the same order.
 *
 * <p>One byte of {@link KillReason} bits for everything, for each account and for each instrument: a scope trades
 * while its byte is zero. The bytes stand where their reader wants them, in the records that it reads anyway.
 *
 * <p>It trips by itself when an account collects too many refusals: {@link #onBreach} counts them in windows of
 * logical time. A tripped scope stays tripped until a person takes the reason back.
 *
 * <pre>
 *   breaches of an account, 16 bytes
 *    0               8           12          16
 *   +---------------+-----------+-----------+
 *   | window start  | count     | unused    |
 *   +---------------+-----------+-----------+
 * </pre>
 */
public final class KillSwitch implements Stateful
{
    private static final int LINE = 64;
    private static final int BREACH_BYTES = 16;
    private static final int WINDOW_START = 0;
    private static final int BREACH_COUNT = 8;
    // Hash keys: this switch's are summed with those of the tables beside it, and must not meet them.
    private static final long GLOBAL_SPACE = 1L << 59;
    private static final long ACCOUNT_SPACE = 1L << 58;
    private static final long INSTRUMENT_SPACE = 1L << 57;

    private final Slab reasons;
    private final Slab breaches;
    private final long global;
    private final Places accounts;
    private final Places instruments;

    private int breachLimit;
    private long breachWindowNanos;

    /**
     * Makes a switch over bytes that are zero, so nothing is stopped, and without a breach limit.
     *
     * @param arena that owns the breach counts
     * @param reasons slab in which the bytes stand
     * @param global offset of the byte for everything
     * @param accounts where the bytes of accounts stand
     * @param instruments where the bytes of instruments stand
     */
    public KillSwitch(
        final Arena arena, final Slab reasons, final long global, final Places accounts, final Places instruments)
    {
        this.reasons = reasons;
        this.global = global;
        this.accounts = accounts;
        this.instruments = instruments;
        this.breaches = arena.allocate((long)accounts.count() * BREACH_BYTES, LINE);
    }

    /**
     * Where the bytes of a kind of scope stand.
     *
     * @param first offset of the first byte
     * @param stride from one to the next
     * @param count of them
     */
    public record Places(long first, int stride, int count)
    {
        long offset(final String kind, final int index)
        {
            if (index < 0 || index >= count)
            {
                throw new IndexOutOfBoundsException(
                    "no such " + kind + ": " + kind + "=" + index + " count=" + count);
            }
            return first + (long)index * stride;
        }
    }

    /**
     * Sets when an account is stopped for its refusals.
     *
     * @param maxBreaches refusals that are tolerated within a window; 0 never stops an account
     * @param windowNanos length of the window in logical nanoseconds
     */
    public void breachLimit(final int maxBreaches, final long windowNanos)
    {
        if (maxBreaches < 0 || windowNanos < 0)
        {
            throw new IllegalArgumentException(
                "a breach limit is not negative: maxBreaches=" + maxBreaches + " windowNanos=" + windowNanos);
        }
        this.breachLimit = maxBreaches;
        this.breachWindowNanos = windowNanos;
    }

    /** Returns the mask of reasons that stop everything; 0 while trading is allowed. */
    public int globalReasons()
    {
        return reasons.getByte(global);
    }

    /**
     * Returns the mask of reasons that stop an account; 0 while it may trade.
     *
     * @param account index
     * @return bits of {@link KillReason}
     */
    public int accountReasons(final int account)
    {
        return reasons.getByte(account(account));
    }

    /**
     * Returns the mask of reasons that stop an instrument; 0 while it may be traded.
     *
     * @param instrument index
     * @return bits of {@link KillReason}
     */
    public int instrumentReasons(final int instrument)
    {
        return reasons.getByte(instrument(instrument));
    }

    /**
     * Stops everything.
     *
     * @param reason that is added
     */
    public void engage(final KillReason reason)
    {
        add(global, reason);
    }

    /**
     * Takes a global reason back.
     *
     * @param reason that is removed
     */
    public void release(final KillReason reason)
    {
        remove(global, reason);
    }

    /**
     * Stops an account.
     *
     * @param account index
     * @param reason that is added
     */
    public void engageAccount(final int account, final KillReason reason)
    {
        add(account(account), reason);
    }

    /**
     * Takes a reason back from an account and forgets its breaches.
     *
     * @param account index
     * @param reason that is removed
     */
    public void releaseAccount(final int account, final KillReason reason)
    {
        remove(account(account), reason);
        breaches.putInt(breachOffset(account) + BREACH_COUNT, 0);
    }

    /**
     * Stops an instrument.
     *
     * @param instrument index
     * @param reason that is added
     */
    public void engageInstrument(final int instrument, final KillReason reason)
    {
        add(instrument(instrument), reason);
    }

    /**
     * Takes a reason back from an instrument.
     *
     * @param instrument index
     * @param reason that is removed
     */
    public void releaseInstrument(final int instrument, final KillReason reason)
    {
        remove(instrument(instrument), reason);
    }

    /**
     * Counts a refused order and stops its account when that was one too many.
     *
     * @param account index
     * @param nowNanos logical time
     * @return whether this refusal stopped the account
     */
    public boolean onBreach(final int account, final long nowNanos)
    {
        final long offset = breachOffset(account);
        final boolean sameWindow = nowNanos - breaches.getLong(offset + WINDOW_START) < breachWindowNanos;
        final int count = sameWindow ? breaches.getInt(offset + BREACH_COUNT) + 1 : 1;
        if (!sameWindow)
        {
            breaches.putLong(offset + WINDOW_START, nowNanos);
        }
        breaches.putInt(offset + BREACH_COUNT, count);
        final boolean tooMany = breachLimit > 0 && count > breachLimit;
        final boolean trips = tooMany && (accountReasons(account) & KillReason.BREACHES.mask()) == 0;
        if (trips)
        {
            add(account(account), KillReason.BREACHES);
        }
        return trips;
    }

    /**
     * Returns how many refusals an account collected in its current window.
     *
     * @param account index
     * @return their count
     */
    public int breachCount(final int account)
    {
        return breaches.getInt(breachOffset(account) + BREACH_COUNT);
    }

    /**
     * Returns a hash of what is stopped, of why, and of the breaches counted; equal states hash alike however they
     * came about and however large the tables are.
     *
     * @return the hash; 0 while nothing ever happened
     */
    public long stateHash()
    {
        long hash = StateHash.of(GLOBAL_SPACE, globalReasons(), 0, 0);
        for (int account = 0; account < accounts.count(); account++)
        {
            final long offset = breachOffset(account);
            hash += StateHash.of(
                ACCOUNT_SPACE | account,
                accountReasons(account),
                breaches.getLong(offset + WINDOW_START),
                breaches.getInt(offset + BREACH_COUNT));
        }
        for (int instrument = 0; instrument < instruments.count(); instrument++)
        {
            hash += StateHash.of(INSTRUMENT_SPACE | instrument, instrumentReasons(instrument), 0, 0);
        }
        return hash;
    }

    /** Cold. Breaches and their limit; the reasons are saved by who owns their slab. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("breaches", breaches);
        breachLimit = state.bounded("breachLimit", breachLimit, 0, Integer.MAX_VALUE);
        breachWindowNanos = state.int64("breachWindowNanos", breachWindowNanos);
    }

    private void add(final long offset, final KillReason reason)
    {
        reasons.putByte(offset, (byte)(reasons.getByte(offset) | reason.mask()));
    }

    private void remove(final long offset, final KillReason reason)
    {
        reasons.putByte(offset, (byte)(reasons.getByte(offset) & ~reason.mask()));
    }

    private long account(final int account)
    {
        return accounts.offset("account", account);
    }

    private long instrument(final int instrument)
    {
        return instruments.offset("instrument", instrument);
    }

    private long breachOffset(final int account)
    {
        return (long)Objects.checkIndex(account, accounts.count()) * BREACH_BYTES;
    }
}
