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
package io.packetflow.engine.reactor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

import io.packetflow.engine.journal.ReplayException;

/**
 * Cold path. The state hashes of a molecule's packets, as an epoch leaves them behind when it is closed in order.
 *
 * <pre>
 *   0  u32 count
 *   8  for each packet in order of composition: u64 hash of its name, u64 state hash
 * </pre>
 */
final class StateHashes
{
    /** Bytes that fit the record that closes an epoch. */
    private static final int MAX_BYTES = 1024;
    private static final int ENTRY_BYTES = 2 * Long.BYTES;
    private static final long FNV_BASIS = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private StateHashes()
    {
    }

    static byte[] encode(final Map<String, Long> hashes)
    {
        final int count = Math.min(hashes.size(), (MAX_BYTES - Long.BYTES) / ENTRY_BYTES);
        final ByteBuffer body =
            ByteBuffer.allocate(Long.BYTES + count * ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        body.putLong(count);
        hashes.entrySet().stream().limit(count)
            .forEach(entry -> body.putLong(hashOf(entry.getKey())).putLong(entry.getValue()));
        return body.array();
    }

    /**
     * Compares what a replay came to with what the run said.
     *
     * @param body of the record that closed the epoch
     * @param hashes that the replay came to
     * @param place at which both stand
     * @throws ReplayException that names the packets whose state differs
     */
    static void requireEqual(final byte[] body, final Map<String, Long> hashes, final String place)
    {
        final Map<String, String> different = differences(body, hashes);
        if (!different.isEmpty())
        {
            throw new ReplayException("the replay came to another state at " + place + ": " + different +
                "; a handler of these packets is not deterministic (clock, random numbers, order of a hash map), or " +
                "the code or configuration is not that which wrote the journal");
        }
    }

    /** Returns the packets whose state differs, each with both hashes. */
    static Map<String, String> differences(final byte[] body, final Map<String, Long> hashes)
    {
        final Map<Long, Long> expected = decode(body);
        final Map<String, String> different = new LinkedHashMap<>();
        hashes.forEach((packet, hash) ->
        {
            final Long run = expected.get(hashOf(packet));
            if (run != null && run.longValue() != hash)
            {
                different.put(packet, Long.toHexString(run) + " in the run, " + Long.toHexString(hash) + " replayed");
            }
        });
        return different;
    }

    private static Map<Long, Long> decode(final byte[] bytes)
    {
        final Map<Long, Long> hashes = new LinkedHashMap<>();
        final ByteBuffer body = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        final long count = body.remaining() < Long.BYTES ? 0 : body.getLong();
        for (long i = 0; i < count && body.remaining() >= ENTRY_BYTES; i++)
        {
            hashes.put(body.getLong(), body.getLong());
        }
        return hashes;
    }

    private static long hashOf(final String name)
    {
        long hash = FNV_BASIS;
        for (int i = 0; i < name.length(); i++)
        {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
