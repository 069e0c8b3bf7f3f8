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
 */
public final class PreTradeTiming
{
    private static final int INSTRUMENTS = 5_000;
    private static final int ACCOUNTS = 50;
    private static final int ORDERS = 1 << 20;
    private static final int ROUNDS = 12;
    // Throughput is the median over chunks, and single samples beyond are left out of the mean and counted: both keep
    // what the host does in between (ticks, other processes) out of the figure.
    private static final int CHUNK = 4096;
    private static final int INTERRUPTED_NANOS = 5_000;
    private static final long PRICE_E4 = 1_000_000;
    private static final int[] SIDES = {Side.BUY, Side.SELL, Side.SELL_SHORT};

    private final int[] accounts = new int[ORDERS];
    private final int[] instruments = new int[ORDERS];
    private final int[] sides = new int[ORDERS];
    private final int[] quantities = new int[ORDERS];
    private final long[] prices = new long[ORDERS];
    private final int[] samples = new int[ORDERS];
    private final PreTradeRisk risk;
    private long nowNanos;
    private long refused;

    private PreTradeTiming(final PreTradeRisk risk, final boolean zipf, final long startNanos)
    {
        this.risk = risk;
        this.nowNanos = startNanos;
        final SplittableRandom random = new SplittableRandom(42);
        final int[] instrumentOf = zipf ? zipf(random, INSTRUMENTS) : uniform(random, INSTRUMENTS);
        final int[] accountOf = zipf ? zipf(random, ACCOUNTS) : uniform(random, ACCOUNTS);
        for (int i = 0; i < ORDERS; i++)
        {
            accounts[i] = accountOf[i];
            instruments[i] = instrumentOf[i];
            sides[i] = SIDES[random.nextInt(3)];
            quantities[i] = 100 * random.nextInt(1, 10);
            // Buys lie below the sells, so that own orders never cross.
            final long away = random.nextInt(1, 90) * 100L;
            prices[i] = sides[i] == Side.BUY ? PRICE_E4 - away : PRICE_E4 + away;
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
            for (final boolean zipf : new boolean[]{true, false})
            {
                final long startNanos = zipf ? 1_000_000_000_000L : 2_000_000_000_000L;
                final PreTradeTiming timing = new PreTradeTiming(risk, zipf, startNanos);
                System.out.println(zipf ? "Zipf access" : "uniform access");
                for (int round = 0; round < ROUNDS; round++)
                {
                    timing.round(round >= ROUNDS - 3);
                }
            }
            System.out.println("passed " + risk.check().passedCount() + " refused " + risk.refusals().refusedCount() +
                " inconsistent " + risk.ledger().inconsistentCount());
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
        final double clock = clockPair();
        final String checkOnly = singly(false);
        final double throughput = throughput(ORDERS - 1);
        final double same = throughput(0);
        final String reserve = singly(true);
        final double orderPath = orderPath();
        if (print)
        {
            System.out.println(String.format(Locale.ROOT,
                "  clock pair %.1f | check singly %s | throughput %.1f | same record %.1f |" +
                " checkAndReserve singly %s | reserve and release %.1f (%d)",
                clock, checkOnly, throughput, same, reserve, orderPath, refused));
        }
    }

    private double clockPair()
    {
        long sum = 0;
        for (int i = 0; i < ORDERS; i++)
        {
            final long start = System.nanoTime();
            sum += System.nanoTime() - start;
        }
        return (double)sum / ORDERS;
    }

    private String singly(final boolean reserve)
    {
        final PreTradeCheck check = risk.check();
        for (int i = 0; i < ORDERS; i++)
        {
            nowNanos += 1000;
            final long violations;
            final long start = System.nanoTime();
            if (reserve)
            {
                violations = check.checkAndReserve(
                    accounts[i], instruments[i], sides[i], prices[i], quantities[i], nowNanos);
            }
            else
            {
                violations = check.check(accounts[i], instruments[i], sides[i], prices[i], quantities[i], nowNanos);
            }
            // Deciding on the answer keeps the compiler from moving the check behind the second clock.
            if (violations != 0)
            {
                refused++;
            }
            final long end = System.nanoTime();
            samples[i] = (int)(end - start);
            if (reserve && violations == 0)
            {
                risk.ledger().release(accounts[i], instruments[i], sides[i], prices[i], quantities[i]);
            }
        }
        return summary();
    }

    private double throughput(final int mask)
    {
        final PreTradeCheck check = risk.check();
        final double[] chunks = new double[ORDERS / CHUNK];
        for (int chunk = 0; chunk < chunks.length; chunk++)
        {
            final int first = chunk * CHUNK;
            long violations = 0;
            final long start = System.nanoTime();
            for (int n = first; n < first + CHUNK; n++)
            {
                final int i = n & mask;
                violations |= check.check(
                    accounts[i], instruments[i], sides[i], prices[i], quantities[i], nowNanos + n);
            }
            refused += violations;
            chunks[chunk] = (double)(System.nanoTime() - start) / CHUNK;
        }
        Arrays.sort(chunks);
        return chunks[chunks.length / 2];
    }

    private double orderPath()
    {
        final PreTradeCheck check = risk.check();
        final ExposureLedger ledger = risk.ledger();
        final double[] chunks = new double[ORDERS / CHUNK];
        for (int chunk = 0; chunk < chunks.length; chunk++)
        {
            final int first = chunk * CHUNK;
            long violations = 0;
            final long start = System.nanoTime();
            for (int i = first; i < first + CHUNK; i++)
            {
                nowNanos += 100;
                violations |= check.checkAndReserve(
                    accounts[i], instruments[i], sides[i], prices[i], quantities[i], nowNanos);
                violations |= ledger.release(accounts[i], instruments[i], sides[i], prices[i], quantities[i]);
            }
            refused += violations;
            chunks[chunk] = (double)(System.nanoTime() - start) / CHUNK;
        }
        Arrays.sort(chunks);
        return chunks[chunks.length / 2];
    }

    private String summary()
    {
        long sum = 0;
        int interrupted = 0;
        for (final int sample : samples)
        {
            sum += sample < INTERRUPTED_NANOS ? sample : 0;
            interrupted += sample < INTERRUPTED_NANOS ? 0 : 1;
        }
        Arrays.sort(samples);
        return String.format(Locale.ROOT, "mean %.1f P50 %d P90 %d P99 %d (%d over 5 us)",
            (double)sum / (ORDERS - interrupted), samples[ORDERS / 2], samples[(int)(ORDERS * 0.9)],
            samples[(int)(ORDERS * 0.99)], interrupted);
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
