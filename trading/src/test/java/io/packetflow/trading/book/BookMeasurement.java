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
package io.packetflow.trading.book;

import java.nio.file.Path;
import java.util.Arrays;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.feed.file.ItchFileCursor;
import io.packetflow.trading.feed.itch.ItchChecks;
import io.packetflow.trading.feed.itch.ItchDecoder;

/**
 * Prints nanoseconds a message for decoding and book, on one thread; a measurement by hand, no test. Run it with bounds
 * checks off and without {@code -ea}:
 * <pre>
 *   java @tuning/bin/jvm.args -Dpacketflow.layout.bounds.checks=false -cp ... BookMeasurement MODE ...
 *   file FILE LIVE_ORDERS SYMBOLS UNTIMED_MESSAGES ROUNDS
 *   synthetic SYMBOLS LIVE_ORDERS STEADY_MESSAGES YOUNG_SHARE
 * </pre>
 * {@code -Dhuge=OFF} asks for ordinary pages, {@code -Dchecks=true} counts and checks each message on the way
 * ({@link ItchChecks}). Beside the mean of each round stands the sum over stretches of messages of the best time that
 * any round needed for that stretch: what the code takes where nobody else uses the machine.
 */
public final class BookMeasurement
{
    private static final int STRETCH = 1_000;
    private static final int WARM_UP_ROUNDS = 3;
    private static final boolean CHECKS = Boolean.getBoolean("checks");

    private final ItchBookProcessor processor;
    private final ItchChecks checks = new ItchChecks();
    private final Slab slab;
    private long position;
    private long changes;

    private BookMeasurement(final OrderBooks books, final Slab slab)
    {
        this.processor = new ItchBookProcessor(books, new SymbolDirectory(), new MarketStates());
        this.slab = slab;
    }

    public static void main(final String[] args)
    {
        final HugePages huge = HugePages.valueOf(System.getProperty("huge", "WHERE_GRANTED"));
        if ("file".equals(args[0]))
        {
            file(args, huge);
        }
        else
        {
            synthetic(args, huge);
        }
    }

    private static void file(final String[] args, final HugePages huge)
    {
        final int live = Integer.parseInt(args[2]);
        final int symbols = Integer.parseInt(args[3]);
        final int untimed = Integer.parseInt(args[4]);
        try (ItchFile file = ItchFile.open(Path.of(args[1]), huge);
            OrderBooks books = new OrderBooks(live, symbols, huge))
        {
            final ItchFileCursor cursor = file.cursor();
            while (cursor.hasNext())
            {
                cursor.advance();
            }
            new BookMeasurement(books, file.slab())
                .measure(untimed, (int)cursor.messageIndex() - untimed, Integer.parseInt(args[5]));
        }
    }

    private static void synthetic(final String[] args, final HugePages huge)
    {
        final int symbols = Integer.parseInt(args[1]);
        final int live = Integer.parseInt(args[2]);
        final int steady = Integer.parseInt(args[3]);
        try (Arena arena = new Arena(huge); OrderBooks books = new OrderBooks(live, symbols, huge))
        {
            final SyntheticFeed feed =
                new SyntheticFeed(arena, symbols, live, steady, Double.parseDouble(args[4]), 42);
            new BookMeasurement(books, feed.slab).measure(live, steady, 9);
        }
    }

    private void measure(final int untimed, final int timed, final int rounds)
    {
        final long[] bestNanos = new long[timed / STRETCH];
        Arrays.fill(bestNanos, Long.MAX_VALUE);
        long sumNanos = 0;
        for (int round = 0; round < rounds + WARM_UP_ROUNDS; round++)
        {
            processor.books().clear();
            position = 0;
            changes = 0;
            run(untimed);
            for (int stretch = 0; stretch < bestNanos.length; stretch++)
            {
                final long startNanos = System.nanoTime();
                run(STRETCH);
                final long nanos = System.nanoTime() - startNanos;
                bestNanos[stretch] = Math.min(bestNanos[stretch], nanos);
                sumNanos += round < WARM_UP_ROUNDS ? 0 : nanos;
            }
        }
        System.out.printf("mean %.2f, undisturbed %.2f ns a message; inside changes %d, live orders %d, growths %d%n",
            (double)sumNanos / rounds / (bestNanos.length * STRETCH),
            (double)Arrays.stream(bestNanos).sum() / (bestNanos.length * STRETCH),
            changes,
            processor.books().liveOrderCount(),
            processor.books().growths());
    }

    private void run(final int count)
    {
        long at = position;
        for (int i = 0; i < count; i++)
        {
            final int length = slab.getShortBigEndian(at);
            final long message = at + 2;
            if (!CHECKS || checks.accept(slab, message, length, at))
            {
                changes += processor.apply(slab, message, ItchDecoder.type(slab, message)) & 1;
            }
            at = message + length;
        }
        position = at;
    }
}
