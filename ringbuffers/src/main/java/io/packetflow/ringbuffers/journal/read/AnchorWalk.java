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
 * Cold path. What leads a cursor over the files of a journal, as the search for the first record to be read sees it.
 */
interface AnchorWalk
{
    /** Returns whether the journal can begin with the first record that was ever written. */
    boolean isGenesis();

    /**
     * Goes on right before the record of an anchor, whatever is wrong before it in its segment.
     *
     * @param anchor to go to
     * @return whether the record is there; if not, nothing has changed
     * @throws IOException if the file system fails
     */
    boolean jump(JournalAnchor anchor) throws IOException;

    /** The next record is the one behind the anchor. */
    void anchorFound();

    /** Ends the reading, unless it has ended. */
    void stop(EndKind kind, String cause);
}
