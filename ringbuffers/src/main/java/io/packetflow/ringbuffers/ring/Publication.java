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
package io.packetflow.ringbuffers.ring;

/** Where a ring says that a slot may be read. */
public enum Publication
{
    /**
     * On the Disruptor's cursor line (and, with several producers, in its table of laps). A reader that is behind
     * learns of a whole batch by one load; a reader that waits fetches two lines for each hop, cursor and slot.
     */
    CURSOR,

    /**
     * In a word of the slot's own header line that holds the slot's sequence. A reader that waits fetches one line for
     * each hop; a reader that is behind looks at every slot.
     */
    IN_SLOT
}
