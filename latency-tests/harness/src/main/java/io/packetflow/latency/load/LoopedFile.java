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
package io.packetflow.latency.load;

import java.nio.file.Path;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.feed.itch.ItchLayout;

/**
 * Cold path. Makes a recorded file loopable: at its end it deletes the orders that are still live, so that each pass
 * begins with empty books.
 */
final class LoopedFile
{
    private static final int DELETE_BYTES = 19;
    private static final int LOCATE = 1;
    private static final int TRACKING = 3;
    private static final int TIMESTAMP = 5;
    private static final int REFERENCE = 11;
    private static final long NANOS_BETWEEN_PASSES = 1_000_000_000L;

    private LoopedFile()
    {
    }

    static Recording load(final Path path)
    {
        try (ItchFile file = ItchFile.open(path, HugePages.OFF))
        {
            final FileSurvey survey = FileSurvey.of(file);
            if (survey.messages() == 0)
            {
                throw new BadDataException("the recorded feed " + path + " holds no whole message");
            }
            final int frame = Recording.PREFIX_BYTES + DELETE_BYTES;
            final long length = survey.frameBytes() + (long)survey.live().size() * frame;
            final Arena arena = new Arena(HugePages.OFF);
            final Slab slab = arena.allocate(length + Recording.READ_AHEAD_BYTES, Recording.ALIGNMENT);
            slab.copyFrom(0, file.slab(), 0, survey.frameBytes());
            long position = survey.frameBytes();
            for (final LiveOrder order : survey.live())
            {
                writeDelete(slab, position, order, survey.lastNanos());
                position += frame;
            }
            return new Recording("recorded, " + path.getFileName(), arena, slab, length,
                survey.messages() + survey.live().size(), survey.live().size(), 0,
                survey.lastNanos() - survey.firstNanos() + NANOS_BETWEEN_PASSES, survey.highestLocate() + 1,
                Math.max(1, survey.mostLiveOrders()));
        }
    }

    private static void writeDelete(
        final Slab slab, final long position, final LiveOrder order, final long timeNanos)
    {
        final long message = position + Recording.PREFIX_BYTES;
        slab.putShortBigEndian(position, DELETE_BYTES);
        slab.putByte(message, (byte)ItchLayout.ORDER_DELETE);
        slab.putShortBigEndian(message + LOCATE, order.locate());
        slab.putShortBigEndian(message + TRACKING, 0);
        slab.putShortBigEndian(message + TIMESTAMP, (int)(timeNanos >>> Integer.SIZE));
        slab.putIntBigEndian(message + TIMESTAMP + Short.BYTES, (int)timeNanos);
        slab.putLongBigEndian(message + REFERENCE, order.reference());
    }
}
