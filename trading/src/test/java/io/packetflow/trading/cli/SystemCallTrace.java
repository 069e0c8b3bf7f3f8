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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernel was asked for by a run, in the order in which it was asked and answered, as {@code strace -f -y}
 * writes it down: which bytes of the journal a sync covers, and which orders a write hands over.
 */
final class SystemCallTrace
{
    /** The calls to trace. */
    static final String CALLS = "pwrite64,write,fdatasync,fsync";

    private static final Pattern BEGIN = Pattern.compile(
        "(\\d+) +(pwrite64|write|fdatasync|fsync)\\(\\d+<([^>]*)>(?:, \"\"(?:\\.\\.\\.)?, (\\d+)(?:, (\\d+))?)?.*");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>.*");
    private static final Pattern RESULT = Pattern.compile(".*\\) += (\\d+)");
    private static final Pattern SEGMENT = Pattern.compile(".*/s(\\d{7})\\.pfj");

    /** Where the input of an order lies in the journal: its segment, and the offset behind its last byte. */
    record Input(int segment, long endOffset)
    {
    }

    /** A call that has not returned yet, and what it will have done then. */
    private record Call(boolean isSync, String path, long length, long offset, long covered)
    {
    }

    private final Path orders;
    private final List<Input> inputs;
    private final List<Long> orderEnds;
    private final Map<String, Call> open = new HashMap<>();
    private final Map<Integer, Long> written = new HashMap<>();
    private final Map<Integer, Long> durable = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private long orderBytes;
    private int order;
    private int syncs;

    /**
     * Knows what a run has left behind.
     *
     * @param orders file of the orders
     * @param inputs of the orders, in their order
     * @param orderEnds offsets in the file behind each order
     */
    SystemCallTrace(final Path orders, final List<Input> inputs, final List<Long> orderEnds)
    {
        this.orders = orders;
        this.inputs = inputs;
        this.orderEnds = orderEnds;
    }

    /** Goes through a trace; returns each order that was handed over before a sync of its input had returned. */
    List<String> violations(final Path trace) throws IOException
    {
        for (final String line : Files.readAllLines(trace))
        {
            final Matcher begin = BEGIN.matcher(line);
            if (begin.matches())
            {
                open.put(begin.group(1), begin(begin));
            }
            final Matcher resumed = RESUMED.matcher(line);
            final Matcher result = RESULT.matcher(line);
            if (result.matches() && (begin.matches() || resumed.matches()))
            {
                final Call call = open.remove(begin.matches() ? begin.group(1) : resumed.group(1));
                if (call != null)
                {
                    end(call, Long.parseLong(result.group(1)));
                }
            }
        }
        return violations;
    }

    private Call begin(final Matcher line)
    {
        final boolean isSync = line.group(2).endsWith("sync");
        final String path = line.group(3);
        final long length = line.group(4) == null ? 0 : Long.parseLong(line.group(4));
        final long offset = line.group(5) == null ? 0 : Long.parseLong(line.group(5));
        if (!isSync && path.equals(orders.toString()))
        {
            handOver(length);
        }
        // A sync covers what had been written when it was asked for.
        return new Call(isSync, path, length, offset, written.getOrDefault(segment(path), 0L));
    }

    /** The bytes may be seen from the moment at which the kernel gets them. */
    private void handOver(final long length)
    {
        while (order < orderEnds.size() && (order == 0 ? 0 : orderEnds.get(order - 1)) < orderBytes + length)
        {
            final Input input = inputs.get(order);
            if (durable.getOrDefault(input.segment(), 0L) < input.endOffset())
            {
                violations.add("order " + (order + 1) + " before " + input + " was durable: " + durable);
            }
            order++;
        }
    }

    private void end(final Call call, final long result)
    {
        final int segment = segment(call.path());
        if (call.path().equals(orders.toString()))
        {
            orderBytes += result;
        }
        else if (segment >= 0 && call.isSync())
        {
            syncs++;
            durable.merge(segment, call.covered(), Math::max);
        }
        else if (segment >= 0)
        {
            written.merge(segment, call.offset() + result, Math::max);
        }
    }

    /** Returns the number of a segment, -1 for another file; one that is only being prepared has another name. */
    private static int segment(final String path)
    {
        final Matcher matcher = SEGMENT.matcher(path);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /** Returns how many orders were handed over. */
    int orders()
    {
        return order;
    }

    /** Returns how often a segment was synced. */
    int syncs()
    {
        return syncs;
    }
}
