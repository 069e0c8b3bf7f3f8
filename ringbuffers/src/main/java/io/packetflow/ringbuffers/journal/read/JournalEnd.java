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

/**
 * Cold path. Where and why the reading of a journal ended.
 *
 * @param kind of end
 * @param place of the first byte that is no part of the journal
 * @param last record that counts
 * @param beyondSequence highest sequence of a whole record beyond the place, 0 if none was found
 * @param cause as a part of a sentence
 */
public record JournalEnd(EndKind kind, JournalPlace place, LastRecord last, long beyondSequence, String cause)
{
    /** Returns a sentence for people: kind, cause, place, and remedy. */
    public String text()
    {
        final String beyond = beyondSequence > last.sequence() ?
            "; whole records lie beyond, up to sequence " + beyondSequence : "";
        return kind.text() + ": " + cause + " in " + place + ", behind sequence " + last.sequence() + beyond + "; " +
            kind.remedy();
    }

    /** Returns the same end with a place, a kind and a cause that were found to be the deeper ones. */
    JournalEnd becauseOf(final EndKind newKind, final JournalPlace newPlace, final String newCause)
    {
        return new JournalEnd(newKind, newPlace, last, beyondSequence, newCause);
    }
}
