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
package io.packetflow.risk.pretrade;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.risk.limit.AccountLimits;
import io.packetflow.risk.limit.InstrumentLimits;
import io.packetflow.risk.limit.PairLimits;
import io.packetflow.risk.limit.Ranges;
import io.packetflow.risk.limit.RiskLimits;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A plain main, not a test: times the checks over 5 000 instruments times 50 accounts with Zipf access. Run it without
 * assertions and with {@code -Dpacketflow.layout.bounds.checks=false}.
 *
 * <p>Orders are packed into one long each and samples into a histogram, so that the harness leaves the caches to the
 * tables. Throughput is the median over chunks, and single samples beyond 5 us are left out of the mean and counted:
 * both keep what the host does in between (ticks, other processes) out of the figure.
 */
public final class PreTradeTiming
{
    private static final int INSTRUMENTS = 5_000;
    private static final int ACCOUNTS = 50;
    private static final int ORDERS = 1 << 18;
    private static final int ROUNDS = 24;
    private static final int PRINTED_ROUNDS = 3;
    private static final int CHUNK = 4096;
    private static final int INTERRUPTED_NANOS = 5_000;
    private static final long PRICE_E4 = 1_000_000;
    private static final long START_NANOS = 1_000_000_000_000L;
    private static final int[] SIDES = {Side.BUY, Side.SELL, Side.SELL_SHORT};

    private final long[] orders = new long[ORDERS];
    private final int[] histogram = new int[INTERRUPTED_NANOS + 1];
    private final PreTradeCheck check;
    private final ExposureLedger ledger;
    private final PreTradeTables bare;
    private long nowNanos;
    private long refused;

    private PreTradeTiming(
        final PreTradeRisk risk, final PreTradeTables bare, final boolean zipf, final long startNanos)
    {
        this.check = risk.check();
        this.ledger = risk.ledger();
        this.bare = bare;
        this.nowNanos = startNanos;
        final SplittableRandom random = new SplittableRandom(42);
        final int[] instruments = zipf ? zipf(random, INSTRUMENTS) : uniform(random, INSTRUMENTS);
        final int[] accounts = zipf ? zipf(random, ACCOUNTS) : uniform(random, ACCOUNTS);
        for (int i = 0; i < ORDERS; i++)
        {
            final int side = SIDES[random.nextInt(3)];
            orders[i] = (long)instruments[i] | ((long)accounts[i] << 16) | ((long)side << 24) |
                ((long)random.nextInt(1, 1_000) << 32) | ((long)random.nextInt(1, 30_000) << 48);
        }
    }

    /**
     * Times and prints.
     *
     * @param args none
     */
    public static void main(final String[] args)
    {
        if (Slab.BOUNDS_CHECKS || PreTradeTiming.class.desiredAssertionStatus())
        {
            throw new IllegalStateException(
                "run without -ea and with -Dpacketflow.layout.bounds.checks=false, or the figures mean nothing");
        }
        try (Arena arena = new Arena(HugePages.WHERE_GRANTED))
        {
            final PreTradeRisk risk = new PreTradeRisk(arena, limits());
            for (int instrument = 0; instrument < INSTRUMENTS; instrument++)
            {
                risk.board().referencePrice(instrument, PRICE_E4);
                risk.board().tradingState(instrument, InstrumentBoard.OPEN);
            }
            final PreTradeTables bare = new PreTradeTables(arena, ACCOUNTS, INSTRUMENTS);
            time("Zipf access", new PreTradeTiming(risk, bare, true, START_NANOS));
            time("uniform access", new PreTradeTiming(risk, bare, false, 2 * START_NANOS));
            System.out.println("passed " + risk.check().passedCount() + " refused " + risk.refusals().refusedCount() +
                " inconsistent " + risk.ledger().inconsistentCount());
        }
    }

    private static void time(final String name, final PreTradeTiming timing)
    {
        System.out.println(name);
        for (int round = 0; round < ROUNDS; round++)
        {
            timing.round(round >= ROUNDS - PRINTED_ROUNDS);
        }
    }

    private static RiskLimits limits()
    {
        return RiskLimits.builder(ACCOUNTS, INSTRUMENTS)
            .everyInstrument(new InstrumentLimits(1, 10_000_000, 500, 1, 100_000, Ranges.MAX_NOTIONAL_E4))
            .everyAccount(new AccountLimits(
                Ranges.MAX_NOTIONAL_E4, Ranges.MAX_NOTIONAL_E4, 1_000_000, 1_000_000_000, 1_000_000))
            .everyPair(new PairLimits(Ranges.MAX_POSITION, Ranges.MAX_POSITION))
            .duplicateWindowNanos(1)
            .conclude();
    }

    private void round(final boolean print)
    {
        final String clock = clockPair();
        final String touchOnly = touchSingly();
        final double touched = touchThroughput();
        final String checkOnly = singly(false);
        final double throughput = throughput(ORDERS - 1);
        final double same = throughput(0);
        final String reserve = singly(true);
        final double orderPath = orderPath();
        if (print)
        {
            System.out.println(String.format(Locale.ROOT,
                "  clock pair %s%n  bare touch %s | throughput %.1f%n" +
                "  check %s | throughput %.1f | same record %.1f%n" +
                "  checkAndReserve %s | and release, throughput %.1f (%d)%n",
                clock, touchOnly, touched, checkOnly, throughput, same, reserve, orderPath, refused));
        }
    }

    private String clockPair()
    {
        for (int i = 0; i < ORDERS; i++)
        {
            final long start = System.nanoTime();
            sample(System.nanoTime() - start);
        }
        return summary();
    }

    /** What the memory costs without any rule: one word of each record that a check reads, in tables of their own. */
    private long touch(final long order)
    {
        final Slab hot = bare.hot;
        return hot.getLong(PreTradeTables.LATEST_TIME) |
            hot.getLong(bare.accountOffset(account(order))) |
            (hot.getLong(bare.instrumentOffset(instrument(order))) |
            hot.getLong(bare.pairOffset(account(order), instrument(order))));
    }

    private String touchSingly()
    {
        for (int i = 0; i < ORDERS; i++)
        {
            final long order = orders[i];
            final long start = System.nanoTime();
            if (touch(order) != 0)
            {
                refused++;
            }
            sample(System.nanoTime() - start);
        }
        return summary();
    }

    private double touchThroughput()
    {
        final double[] chunks = new double[ORDERS / CHUNK];
        for (int chunk = 0; chunk < chunks.length; chunk++)
        {
            final int first = chunk * CHUNK;
            long touched = 0;
            final long start = System.nanoTime();
            for (int i = first; i < first + CHUNK; i++)
            {
                touched |= touch(orders[i]);
            }
            refused += touched;
            chunks[chunk] = (double)(System.nanoTime() - start) / CHUNK;
        }
        Arrays.sort(chunks);
        return chunks[chunks.length / 2];
    }

    private String singly(final boolean reserve)
    {
        for (int i = 0; i < ORDERS; i++)
        {
            nowNanos += 1000;
            final long order = orders[i];
            final int account = account(order);
            final int instrument = instrument(order);
            final int side = side(order);
            final long priceE4 = priceE4(order);
            final int quantity = quantity(order);
            final long violations;
            final long start = System.nanoTime();
            if (reserve)
            {
                violations = check.checkAndReserve(account, instrument, side, priceE4, quantity, nowNanos);
            }
            else
            {
                violations = check.check(account, instrument, side, priceE4, quantity, nowNanos);
            }
            // Deciding on the answer keeps the compiler from moving the check behind the second clock.
            if (violations != 0)
            {
                refused++;
            }
            sample(System.nanoTime() - start);
            if (reserve && violations == 0)
            {
                ledger.release(account, instrument, side, priceE4, quantity);
            }
        }
        return summary();
    }

    private double throughput(final int mask)
    {
        final double[] chunks = new double[ORDERS / CHUNK];
        for (int chunk = 0; chunk < chunks.length; chunk++)
        {
            final int first = chunk * CHUNK;
            long violations = 0;
            final long start = System.nanoTime();
            for (int n = first; n < first + CHUNK; n++)
            {
                final long order = orders[n & mask];
                violations |= check.check(
                    account(order), instrument(order), side(order), priceE4(order), quantity(order), nowNanos + n);
            }
            refused += violations;
            chunks[chunk] = (double)(System.nanoTime() - start) / CHUNK;
        }
        Arrays.sort(chunks);
        return chunks[chunks.length / 2];
    }

    private double orderPath()
    {
        final double[] chunks = new double[ORDERS / CHUNK];
        for (int chunk = 0; chunk < chunks.length; chunk++)
        {
            final int first = chunk * CHUNK;
            long violations = 0;
            final long start = System.nanoTime();
            for (int i = first; i < first + CHUNK; i++)
            {
                nowNanos += 100;
                final long order = orders[i];
                violations |= check.checkAndReserve(
                    account(order), instrument(order), side(order), priceE4(order), quantity(order), nowNanos);
                violations |= ledger.release(
                    account(order), instrument(order), side(order), priceE4(order), quantity(order));
            }
            refused += violations;
            chunks[chunk] = (double)(System.nanoTime() - start) / CHUNK;
        }
        Arrays.sort(chunks);
        return chunks[chunks.length / 2];
    }

    private void sample(final long nanos)
    {
        histogram[(int)Math.min(INTERRUPTED_NANOS, nanos)]++;
    }

    private String summary()
    {
        final int interrupted = histogram[INTERRUPTED_NANOS];
        long sum = 0;
        for (int nanos = 0; nanos < INTERRUPTED_NANOS; nanos++)
        {
            sum += (long)nanos * histogram[nanos];
        }
        final String text = String.format(Locale.ROOT, "mean %.1f P50 %d P90 %d P99 %d (%d over 5 us)",
            (double)sum / (ORDERS - interrupted), percentile(0.5), percentile(0.9), percentile(0.99), interrupted);
        Arrays.fill(histogram, 0);
        return text;
    }

    private int percentile(final double share)
    {
        long left = (long)(ORDERS * share);
        int nanos = 0;
        while (nanos < INTERRUPTED_NANOS && left >= histogram[nanos])
        {
            left -= histogram[nanos];
            nanos++;
        }
        return nanos;
    }

    private static int instrument(final long order)
    {
        return (int)order & 0xFFFF;
    }

    private static int account(final long order)
    {
        return (int)(order >>> 16) & 0xFF;
    }

    private static int side(final long order)
    {
        return (int)(order >>> 24) & 0xFF;
    }

    private static int quantity(final long order)
    {
        return (int)(order >>> 32) & 0xFFFF;
    }

    /** Buys lie below the sells, so that own orders never cross. */
    private static long priceE4(final long order)
    {
        final long away = order >>> 48;
        return PRICE_E4 + ((-((order >>> 24) & 1) & (2 * away)) - away);
    }

    private static int[] uniform(final SplittableRandom random, final int count)
    {
        return random.ints(ORDERS, 0, count).toArray();
    }

    /** Ranks by Zipf's law (exponent 1), spread over the indexes at random. */
    private static int[] zipf(final SplittableRandom random, final int count)
    {
        final int[] indexes = new int[count];
        final double[] cumulative = new double[count];
        double total = 0;
        for (int rank = 0; rank < count; rank++)
        {
            indexes[rank] = rank;
            total += 1.0 / (rank + 1);
            cumulative[rank] = total;
        }
        for (int i = count - 1; i > 0; i--)
        {
            final int j = random.nextInt(i + 1);
            final int swapped = indexes[i];
            indexes[i] = indexes[j];
            indexes[j] = swapped;
        }
        final int[] drawn = new int[ORDERS];
        for (int i = 0; i < ORDERS; i++)
        {
            final int found = Arrays.binarySearch(cumulative, random.nextDouble() * total);
            drawn[i] = indexes[Math.min(count - 1, found < 0 ? -found - 1 : found)];
        }
        return drawn;
    }
}
