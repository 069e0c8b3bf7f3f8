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
package io.packetflow.ringbuffers.journal.read;

import java.io.IOException;

/**
 * Cold path. Leads a reader behind the instance at which it shall begin, and makes sure that it is that one.
 *
 * @param source before the first record of the segment in which it should be
 * @param anchor to find
 */
record AnchorSearch(AnchorSource source, JournalAnchor anchor)
{
    void run() throws IOException
    {
        if (anchor.sequence() == 0)
        {
            requireGenesis();
        }
        else
        {
            search(source.cursor(), source.advance());
        }
    }

    private void requireGenesis()
    {
        if (source.isGenesis())
        {
            source.found();
        }
        else
        {
            pruned("behind its beginning");
        }
    }

    private void search(final RecordCursor cursor, final boolean isThere) throws IOException
    {
        final long first = cursor.isInstance() ? cursor.sequence() : cursor.sequence() + 1;
        if (isThere && first > anchor.sequence())
        {
            pruned("at sequence " + first);
            return;
        }
        while (cursor.sequence() < anchor.sequence())
        {
            if (!source.advance() && !source.jump(anchor))
            {
                source.stop(EndKind.TRUNCATED_FILE, "the journal does not reach sequence " + anchor.sequence());
                return;
            }
        }
        compare(cursor);
    }

    private void compare(final RecordCursor cursor)
    {
        if (cursor.checksum() == anchor.checksum())
        {
            source.found();
            return;
        }
        source.stop(EndKind.FOREIGN, "the record of sequence " + anchor.sequence() +
            " is not the one that is looked for: its checksum is " + Integer.toHexString(cursor.checksum()) +
            ", not " + Integer.toHexString(anchor.checksum()));
    }

    private void pruned(final String where)
    {
        source.stop(EndKind.TRUNCATED_FILE,
            "what follows sequence " + anchor.sequence() + " is looked for, but the journal begins " + where);
    }
}
