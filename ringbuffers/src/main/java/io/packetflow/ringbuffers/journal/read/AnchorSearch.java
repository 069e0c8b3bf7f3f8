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
 * Cold path. Leads a reader or a tail behind the instance at which it shall begin, and makes sure that it is that one.
 *
 * @param walk before the first record of the segment in which it should be
 * @param cursor that the walk leads
 * @param records of the reader or the tail, one after the other
 * @param anchor to find
 */
record AnchorSearch(AnchorWalk walk, RecordCursor cursor, Records records, JournalAnchor anchor)
{
    /** Goes from record to record. */
    @FunctionalInterface
    interface Records
    {
        /** Goes to the next record; answers false if there is none. */
        boolean next() throws IOException;
    }

    void run() throws IOException
    {
        if (anchor.sequence() == 0)
        {
            requireGenesis();
        }
        else
        {
            search(records.next());
        }
    }

    private void requireGenesis()
    {
        if (walk.isGenesis())
        {
            walk.anchorFound();
        }
        else
        {
            pruned("behind its beginning");
        }
    }

    private void search(final boolean isThere) throws IOException
    {
        final long first = cursor.isInstance() ? cursor.sequence() : cursor.sequence() + 1;
        if (isThere && first > anchor.sequence())
        {
            pruned("at sequence " + first);
            return;
        }
        while (cursor.sequence() < anchor.sequence())
        {
            if (!records.next() && !(walk.jump(anchor) && records.next()))
            {
                walk.stop(EndKind.TRUNCATED_FILE, "the journal does not reach sequence " + anchor.sequence());
                return;
            }
        }
        compare();
    }

    private void compare()
    {
        if (cursor.checksum() == anchor.checksum())
        {
            walk.anchorFound();
            return;
        }
        walk.stop(EndKind.FOREIGN, "the record of sequence " + anchor.sequence() +
            " is not the one that is looked for: its checksum is " + Integer.toHexString(cursor.checksum()) +
            ", not " + Integer.toHexString(anchor.checksum()));
    }

    private void pruned(final String where)
    {
        walk.stop(EndKind.TRUNCATED_FILE,
            "what follows sequence " + anchor.sequence() + " is looked for, but the journal begins " + where);
    }
}
