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
package io.packetflow.trading.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Cold path. Holds an order file against the orders of the run that nobody killed: what is out must be their beginning,
 * byte for byte, and what was out once must stay.
 */
final class OrderAudit
{
    private static final int PREFIX_BYTES = 2;
    private static final int BYTE = 0xFF;

    private final byte[] reference;
    private final Path orders;
    private long checked;

    OrderAudit(final byte[] reference, final Path orders)
    {
        this.reference = reference;
        this.orders = orders;
    }

    /**
     * Checks the file after a death.
     *
     * @param leastBytes that were out before the process died
     * @return how many more orders are out than at the check before
     * @throws BrokenInvariantException if others are out, or fewer than were
     */
    long check(final long leastBytes) throws IOException
    {
        final byte[] out = Files.exists(orders) ? Files.readAllBytes(orders) : new byte[0];
        final int differs = Arrays.mismatch(out, reference);
        if (differs >= 0 && differs < out.length)
        {
            throw new BrokenInvariantException(Invariant.I6, "order " + (count(reference, differs) + 1) + " in " +
                orders + ", byte " + differs + ", is not that of the run that nobody killed");
        }
        if (out.length < leastBytes)
        {
            throw new BrokenInvariantException(Invariant.I6, orders + " has " + out.length + " bytes, but had " +
                leastBytes + " before the process died");
        }
        final long before = checked;
        checked = count(out, out.length);
        if (checked < before)
        {
            throw new BrokenInvariantException(Invariant.I6, orders + " holds " + checked + " orders, but held " +
                before + " after the death before");
        }
        return checked - before;
    }

    /**
     * Checks the file of a run whose feed has ended.
     *
     * @throws BrokenInvariantException if not all orders are out
     */
    void requireAll() throws IOException
    {
        if (Files.size(orders) != reference.length)
        {
            throw new BrokenInvariantException(Invariant.I4, orders + " has " + Files.size(orders) +
                " bytes at the end of the feed, but that of the run that nobody killed has " + reference.length);
        }
    }

    /** Counts the whole messages, each behind its length, in the first bytes of a file. */
    static long count(final byte[] bytes, final int length)
    {
        long count = 0;
        int end = next(bytes, 0, length);
        while (end <= length)
        {
            count++;
            end = next(bytes, end, length);
        }
        return count;
    }

    private static int next(final byte[] bytes, final int at, final int length)
    {
        return at + PREFIX_BYTES > length ? Integer.MAX_VALUE :
            at + PREFIX_BYTES + ((bytes[at] & BYTE) << Byte.SIZE | (bytes[at + 1] & BYTE));
    }
}
