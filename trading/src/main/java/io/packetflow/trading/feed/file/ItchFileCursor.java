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
package io.packetflow.trading.feed.file;

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. Walks over the messages of a recorded feed, in place. Single thread.
 * <pre>
 *   while (cursor.hasNext())
 *   {
 *       read(slab, cursor.messageOffset(), cursor.messageLength());
 *       cursor.advance();
 *   }
 * </pre>
 * A message stays where it is until the next {@link #hasNext}. The walk ends at the end of the file, at a frame of
 * length 0 (end of session), or where the file is cut inside a frame; {@link #isCut} and
 * {@link #hasEndOfSession} tell which, and nothing before the cut is lost.
 */
public final class ItchFileCursor
{
    private static final int PREFIX_LENGTH = 2;

    private final ItchFile file;
    private final Slab slab;
    private long segmentPosition;
    private long position;
    private long end;
    private int length;
    private long messageIndex;
    private boolean cut;
    private boolean endOfSession;

    ItchFileCursor(final ItchFile file)
    {
        this.file = file;
        this.slab = file.slab();
        this.end = file.readBytes();
    }

    /**
     * Looks at the next frame.
     *
     * @return whether it holds a message
     * @throws FeedException if the file is read in segments and reading failed
     */
    public boolean hasNext()
    {
        final long rest = end - position;
        if (rest >= PREFIX_LENGTH)
        {
            length = slab.getShortBigEndian(position);
            if (length != 0 && rest - PREFIX_LENGTH >= length)
            {
                return true;
            }
        }
        return hasNextSlowPath();
    }

    /** Returns the offset of the message's type byte in {@link ItchFile#slab}. */
    public long messageOffset()
    {
        return position + PREFIX_LENGTH;
    }

    /** Returns the message's length in bytes, 1 or more. */
    public int messageLength()
    {
        return length;
    }

    /** Goes behind the message. */
    public void advance()
    {
        position += PREFIX_LENGTH + length;
        messageIndex++;
    }

    /** Returns the message's place in the file, 0-based; after the last one, how many messages there were. */
    public long messageIndex()
    {
        return messageIndex;
    }

    /** Returns the byte offset in the file of the frame's length prefix; after the end, where the walk ended. */
    public long filePosition()
    {
        return segmentPosition + position;
    }

    /** Returns whether the file ends inside a frame, whose prefix begins at {@link #filePosition}. */
    public boolean isCut()
    {
        return cut;
    }

    /** Returns whether the walk ended at a frame of length 0. */
    public boolean hasEndOfSession()
    {
        return endOfSession;
    }

    /** Returns how many bytes stand behind the end of session, unread. */
    public long trailingBytes()
    {
        return endOfSession ? file.length() - filePosition() - PREFIX_LENGTH : 0;
    }

    private boolean hasNextSlowPath()
    {
        final long rest = end - position;
        if (rest >= PREFIX_LENGTH && length == 0)
        {
            endOfSession = true;
            return false;
        }
        if (file.readBytes() < file.length())
        {
            segmentPosition += position;
            end = file.refill(position, end);
            position = 0;
            return hasNext();
        }
        cut = rest > 0;
        return false;
    }
}
