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
import io.packetflow.trading.feed.itch.ItchChecks;
import io.packetflow.trading.feed.itch.ItchDecoder;

/**
 * Prints nanoseconds a message for decoding and book, on one thread; a measurement by hand, no test. Run it with bounds
 * checks off and without {@code -ea}:
 * <pre>
 *   java @tuning/bin/jvm.args -Dpacketflow.layout.bounds.checks=false -cp ... BookMeasurement FILE
 *   java ... BookMeasurement SYMBOLS LIVE_ORDERS STEADY_MESSAGES YOUNG_SHARE
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
        if (args.length == 1)
        {
            recorded(Path.of(args[0]), huge);
            return;
        }
        final int symbols = Integer.parseInt(args[0]);
        final int live = Integer.parseInt(args[1]);
        final int steady = Integer.parseInt(args[2]);
        try (Arena arena = new Arena(huge); OrderBooks books = new OrderBooks(live, symbols, huge))
        {
            final SyntheticFeed feed =
                new SyntheticFeed(arena, symbols, live, steady, Double.parseDouble(args[3]), 42);
            new BookMeasurement(books, feed.slab).measure(live, steady, 9);
        }
    }

    private static void recorded(final Path path, final HugePages huge)
    {
        try (ItchFile file = ItchFile.open(path, huge); OrderBooks books = new OrderBooks(2_000, 4, huge))
        {
            final BookMeasurement measurement = new BookMeasurement(books, file.slab());
            for (int i = 0; i < 3; i++)
            {
                measurement.measure(0, 10_000, 500);
            }
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
            (double)sumNanos / rounds / timed,
            (double)Arrays.stream(bestNanos).sum() / timed,
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
