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

/** Cold path. What the search for the first record to be read needs of a reader. */
interface AnchorSource
{
    /** Goes to the next record; answers false if there is none. */
    boolean advance() throws IOException;

    /** Returns the record at which the reader stands. */
    RecordCursor cursor();

    /** Returns whether the journal can begin with the first record that was ever written. */
    boolean isGenesis();

    /** Goes to a record by itself, whatever is wrong before it in its segment; answers false if it is not there. */
    boolean jump(JournalAnchor anchor) throws IOException;

    /** The next record is the one behind the anchor. */
    void found();

    /** Ends the reading, unless it has ended. */
    void stop(EndKind kind, String cause);
}
