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

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.packetflow.engine.cli.BadDataException;

/**
 * Cold path. Tells whether a file that is there before a journaled run can be that of its orders. What such a run does
 * not know it cuts off, as the end of a message that was not written whole: of a letter that would be all of it.
 */
final class OrderFileCheck
{
    /** Longer than any message that the engine sends. */
    private static final int MAX_MESSAGE_BYTES = 1024;
    /** Whoever writes something else betrays himself early; the rest is compared with the journal. */
    private static final int CHECKED_BYTES = 1 << 16;

    private OrderFileCheck()
    {
    }

    /**
     * Checks the beginning of a file.
     *
     * @param file that is there
     * @throws BadDataException if it holds something else than messages, each behind its length
     */
    static void requireOrders(final Path file) throws IOException
    {
        final long bytes = Math.min(Files.size(file), CHECKED_BYTES);
        long position = 0;
        try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file))))
        {
            while (position + Short.BYTES <= bytes)
            {
                final int length = input.readUnsignedShort();
                if (length == 0 || length > MAX_MESSAGE_BYTES)
                {
                    throw new BadDataException("--orders names a file that holds something else: " + file +
                        " says at byte " + position + " that a message of " + length + " bytes follows; name the " +
                        "file that belongs to this journal, or one that is not there yet. Nothing was changed");
                }
                input.skipBytes(length);
                position += Short.BYTES + length;
            }
        }
    }
}
