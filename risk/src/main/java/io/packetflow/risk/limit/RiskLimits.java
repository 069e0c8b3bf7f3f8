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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cold path. All limits of a process as one immutable value: defaults, and overrides for single instruments, accounts
 * and pairs. Build one with {@link #builder}; {@link Builder#conclude} validates it and names every error at once.
 *
 * <p>Indexes are those of the process's own tables of accounts and instruments, from 0.
 */
public final class RiskLimits
{
    private final int accountCount;
    private final int instrumentCount;
    private final InstrumentLimits instrumentDefault;
    private final AccountLimits accountDefault;
    private final PairLimits pairDefault;
    private final Map<Integer, InstrumentLimits> instruments;
    private final Map<Integer, AccountLimits> accounts;
    private final Map<PairKey, PairLimits> pairs;
    private final long duplicateWindowNanos;
    private final int maxBreaches;
    private final long breachWindowNanos;

    private RiskLimits(final Builder builder)
    {
        this.accountCount = builder.accountCount;
        this.instrumentCount = builder.instrumentCount;
        this.instrumentDefault = builder.instrumentDefault;
        this.accountDefault = builder.accountDefault;
        this.pairDefault = builder.pairDefault;
        this.instruments = new TreeMap<>(builder.instruments);
        this.accounts = new TreeMap<>(builder.accounts);
        this.pairs = new TreeMap<>(builder.pairs);
        this.duplicateWindowNanos = builder.duplicateWindowNanos;
        this.maxBreaches = builder.maxBreaches;
        this.breachWindowNanos = builder.breachWindowNanos;
    }

    /**
     * Starts limits for tables of a fixed size.
     *
     * @param accountCount number of accounts
     * @param instrumentCount number of instruments
     * @return a builder without any limits
     */
    public static Builder builder(final int accountCount, final int instrumentCount)
    {
        return new Builder(accountCount, instrumentCount);
    }

    /** Returns the number of accounts. */
    public int accountCount()
    {
        return accountCount;
    }

    /** Returns the number of instruments. */
    public int instrumentCount()
    {
        return instrumentCount;
    }

    /**
     * Returns what holds for an instrument.
     *
     * @param instrument index
     * @return its own limits, or the defaults
     */
    public InstrumentLimits instrument(final int instrument)
    {
        return instruments.getOrDefault(instrument, instrumentDefault);
    }

    /**
     * Returns what holds for an account.
     *
     * @param account index
     * @return its own limits, or the defaults
     */
    public AccountLimits account(final int account)
    {
        return accounts.getOrDefault(account, accountDefault);
    }

    /** Returns what holds for a pair that has no limits of its own. */
    public PairLimits pairDefault()
    {
        return pairDefault;
    }

    /** Returns the pairs that have limits of their own. */
    public Map<PairKey, PairLimits> pairs()
    {
        return Map.copyOf(pairs);
    }

    /** Returns within which time the same order of an account counts as a duplicate; 0 never. */
    public long duplicateWindowNanos()
    {
        return duplicateWindowNanos;
    }

    /** Returns how many refusals within {@link #breachWindowNanos()} an account may have; 0 is any number. */
    public int maxBreaches()
    {
        return maxBreaches;
    }

    /** Returns the window in which refusals are counted. */
    public long breachWindowNanos()
    {
        return breachWindowNanos;
    }

    /**
     * An account in an instrument.
     *
     * @param account index
     * @param instrument index
     */
    public record PairKey(int account, int instrument) implements Comparable<PairKey>
    {
        @Override
        public int compareTo(final PairKey other)
        {
            final int byAccount = Integer.compare(account, other.account);
            return byAccount != 0 ? byAccount : Integer.compare(instrument, other.instrument);
        }
    }

    /** Cold path. Collects limits; nothing is checked before {@link #conclude}. */
    public static final class Builder
    {
        private final int accountCount;
        private final int instrumentCount;
        private final Map<Integer, InstrumentLimits> instruments = new TreeMap<>();
        private final Map<Integer, AccountLimits> accounts = new TreeMap<>();
        private final Map<PairKey, PairLimits> pairs = new TreeMap<>();
        private InstrumentLimits instrumentDefault;
        private AccountLimits accountDefault;
        private PairLimits pairDefault;
        private long duplicateWindowNanos;
        private int maxBreaches;
        private long breachWindowNanos;

        private Builder(final int accountCount, final int instrumentCount)
        {
            this.accountCount = accountCount;
            this.instrumentCount = instrumentCount;
        }

        /**
         * Sets what holds for every instrument without limits of its own. Required.
         *
         * @param limits for all instruments
         * @return this
         */
        public Builder everyInstrument(final InstrumentLimits limits)
        {
            instrumentDefault = limits;
            return this;
        }

        /**
         * Sets what holds for every account without limits of its own. Required.
         *
         * @param limits for all accounts
         * @return this
         */
        public Builder everyAccount(final AccountLimits limits)
        {
            accountDefault = limits;
            return this;
        }

        /**
         * Sets what holds for every pair without limits of its own. Required.
         *
         * @param limits for all pairs
         * @return this
         */
        public Builder everyPair(final PairLimits limits)
        {
            pairDefault = limits;
            return this;
        }

        /**
         * Gives an instrument limits of its own.
         *
         * @param instrument index
         * @param limits that replace the defaults
         * @return this
         */
        public Builder instrument(final int instrument, final InstrumentLimits limits)
        {
            instruments.put(instrument, limits);
            return this;
        }

        /**
         * Gives an account limits of its own.
         *
         * @param account index
         * @param limits that replace the defaults
         * @return this
         */
        public Builder account(final int account, final AccountLimits limits)
        {
            accounts.put(account, limits);
            return this;
        }

        /**
         * Gives an account limits of its own in one instrument.
         *
         * @param account index
         * @param instrument index
         * @param limits that replace the defaults
         * @return this
         */
        public Builder pair(final int account, final int instrument, final PairLimits limits)
        {
            pairs.put(new PairKey(account, instrument), limits);
            return this;
        }

        /**
         * Refuses an account's order that equals its previous one within a window.
         *
         * @param windowNanos logical nanoseconds, this one excluded; 0 switches the rule off
         * @return this
         */
        public Builder duplicateWindowNanos(final long windowNanos)
        {
            duplicateWindowNanos = windowNanos;
            return this;
        }

        /**
         * Stops an account that has too many orders refused.
         *
         * @param max refusals that are tolerated within a window; 0 switches the rule off
         * @param windowNanos logical nanoseconds
         * @return this
         */
        public Builder breaches(final int max, final long windowNanos)
        {
            maxBreaches = max;
            breachWindowNanos = windowNanos;
            return this;
        }

        /**
         * Validates everything.
         *
         * @return the limits
         * @throws InvalidLimitsException listing every error
         */
        public RiskLimits conclude()
        {
            final List<String> errors = new ArrayList<>();
            validateSizes(errors);
            validateDefaults(errors);
            instruments.forEach((instrument, limits) ->
            {
                final String place = "instrument " + instrument;
                new Validation(place, errors).range("index", instrument, 0, instrumentCount - 1L);
                limits.validate(place, errors);
            });
            accounts.forEach((account, limits) ->
            {
                final String place = "account " + account;
                new Validation(place, errors).range("index", account, 0, accountCount - 1L);
                limits.validate(place, errors);
            });
            pairs.forEach((key, limits) ->
            {
                final String place = "account " + key.account() + " in instrument " + key.instrument();
                new Validation(place, errors).range("account", key.account(), 0, accountCount - 1L);
                new Validation(place, errors).range("instrument", key.instrument(), 0, instrumentCount - 1L);
                limits.validate(place, errors);
            });
            if (!errors.isEmpty())
            {
                throw new InvalidLimitsException(errors);
            }
            return new RiskLimits(this);
        }

        private void validateSizes(final List<String> errors)
        {
            final Validation check = new Validation("sizes", errors);
            check.range("accountCount", accountCount, 1, Ranges.MAX_COUNT);
            check.range("instrumentCount", instrumentCount, 1, Ranges.MAX_COUNT);
            check.range("pairCount", (long)accountCount * instrumentCount, 1, Ranges.MAX_PAIR_COUNT);
            final Validation windows = new Validation("windows", errors);
            windows.range("duplicateWindowNanos", duplicateWindowNanos, 0, Ranges.MAX_TIME_NANOS);
            windows.range("maxBreaches", maxBreaches, 0, Integer.MAX_VALUE - 1L);
            windows.range("breachWindowNanos", breachWindowNanos, maxBreaches > 0 ? 1 : 0, Ranges.MAX_TIME_NANOS);
        }

        private void validateDefaults(final List<String> errors)
        {
            if (instrumentDefault == null)
            {
                errors.add("every instrument: limits are missing; call everyInstrument");
            }
            else
            {
                instrumentDefault.validate("every instrument", errors);
            }
            if (accountDefault == null)
            {
                errors.add("every account: limits are missing; call everyAccount");
            }
            else
            {
                accountDefault.validate("every account", errors);
            }
            if (pairDefault == null)
            {
                errors.add("every pair: limits are missing; call everyPair");
            }
            else
            {
                pairDefault.validate("every pair", errors);
            }
        }
    }
}
