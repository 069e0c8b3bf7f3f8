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
package io.packetflow.latency.benchmarks.codec;

import java.util.concurrent.TimeUnit;

import io.packetflow.latency.benchmarks.OnMeasuredCpu;
import io.packetflow.latency.load.FeedSpec;
import io.packetflow.latency.load.Recording;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.itch.ItchDecoder;
import io.packetflow.trading.feed.itch.ItchLayout;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Reading every field of a message about an order, by its type; other messages down to their time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ItchDecodeBenchmark extends OnMeasuredCpu
{
    private static final int OPERATIONS = 1_000;

    /** A recorded ITCH 5.0 file, or {@code generated:MESSAGES:SYMBOLS:LIVE_ORDERS}. */
    @Param("generated:100000:1:500")
    public String feed;

    private Recording recording;
    private Slab slab;
    private long position;

    @Setup(Level.Trial)
    public void load()
    {
        recording = FeedSpec.parse(feed).open(HugePages.OFF);
        slab = recording.slab();
    }

    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public long decode()
    {
        final long end = recording.length();
        long at = position;
        long fields = 0;
        for (int i = 0; i < OPERATIONS; i++)
        {
            at = at == end ? 0 : at;
            final long message = at + Recording.PREFIX_BYTES;
            fields += decode(message);
            at = message + slab.getShortBigEndian(at);
        }
        position = at;
        return fields;
    }

    private long decode(final long message)
    {
        final int type = ItchDecoder.type(slab, message);
        final long head = type + ItchDecoder.stockLocate(slab, message) + ItchDecoder.timestampNanos(slab, message);
        return switch (type)
        {
            case ItchLayout.ADD_ORDER, ItchLayout.ADD_ORDER_MPID -> head + ItchDecoder.orderReference(slab, message) +
                ItchDecoder.side(slab, message) + ItchDecoder.shares(slab, message) +
                ItchDecoder.stock(slab, message) + ItchDecoder.priceE4(slab, message);
            case ItchLayout.ORDER_EXECUTED, ItchLayout.ORDER_EXECUTED_PRICE, ItchLayout.ORDER_CANCEL ->
                head + ItchDecoder.orderReference(slab, message) + ItchDecoder.reducedShares(slab, message);
            case ItchLayout.ORDER_DELETE -> head + ItchDecoder.orderReference(slab, message);
            case ItchLayout.ORDER_REPLACE -> head + ItchDecoder.orderReference(slab, message) +
                ItchDecoder.newOrderReference(slab, message) + ItchDecoder.replacedShares(slab, message) +
                ItchDecoder.replacedPriceE4(slab, message);
            default -> head;
        };
    }

    @TearDown(Level.Trial)
    public void close()
    {
        recording.close();
    }
}
