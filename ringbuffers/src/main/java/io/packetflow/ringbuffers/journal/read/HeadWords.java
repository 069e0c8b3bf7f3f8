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

import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.EpochStart;

/** Cold path. Which words of an epoch's head say what its files hold: what was appended, or what was synced. */
final class HeadWords
{
    private HeadWords()
    {
    }

    /** Tells whether a journal thread writes the files; where that is not known, they are the appender's memory. */
    static boolean isWritten(final EpochStart start)
    {
        return start != null && Durability.of(start.durability()).map(Durability::isWritten).orElse(false);
    }

    /** Returns the sequence up to which the files of an epoch hold its instances, if only its process died. */
    static long sequence(final EpochHead head, final EpochStart start)
    {
        return isWritten(start) ? head.durableSequence() : head.appendedSequence();
    }
}
