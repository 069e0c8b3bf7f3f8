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

/** Cold path. The orders that are out: they stay as they are, whoever writes behind them. */
final class OrdersOut
{
    private final Path file;
    private byte[] known = new byte[0];

    OrdersOut(final Path file)
    {
        this.file = file;
    }

    /**
     * Holds what is out against what was out, and remembers all of it.
     *
     * @return how many more orders are out than at the check before
     * @throws BrokenInvariantException if one that was out is gone or another one
     */
    long check() throws IOException
    {
        final byte[] now = Files.readAllBytes(file);
        final long whole = OrderAudit.count(known, known.length);
        final int differs = Arrays.mismatch(known, now);
        // The end of a file whose writer dies may be cut; what was not out as a whole is written again.
        if (differs >= 0 && OrderAudit.count(known, differs) < whole)
        {
            throw new BrokenInvariantException(Invariant.I6, "order " + (OrderAudit.count(known, differs) + 1) +
                " in " + file + " was out before the takeover, and is gone or another one");
        }
        known = now;
        return OrderAudit.count(now, now.length) - whole;
    }

    /**
     * Holds all of it against the orders that the journal leads to.
     *
     * @param computed again from the journal's first record on
     * @throws BrokenInvariantException if they are not the same
     */
    void requireSame(final Path computed) throws IOException
    {
        final byte[] expected = Files.readAllBytes(computed);
        final int differs = Arrays.mismatch(known, expected);
        if (differs >= 0)
        {
            throw new BrokenInvariantException(Invariant.I4, "order " + (OrderAudit.count(expected, differs) + 1) +
                " in " + file + " is not the one that the whole journal leads to, which is in " + computed);
        }
    }
}
