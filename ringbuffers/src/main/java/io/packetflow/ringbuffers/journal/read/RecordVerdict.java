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

/** Hot path. What a look at the next record found: constants, so that a verdict allocates nothing. */
enum RecordVerdict
{
    /** A record in its place; the cursor stands at it. */
    VALID("a record in its place"),
    /** The record before ended its segment, its epoch or what counts of it: the next one is elsewhere. */
    BOUNDARY("the end of a segment or of an epoch"),
    /** The word that makes a record valid is zero: nothing was written, or it was lost. */
    NONE("there is no record"),
    /** A length that no record has, or one that reaches behind the segment. */
    LENGTH("a record of an impossible length"),
    /** The bytes are not those that were written. */
    CHECKSUM("a record with a wrong checksum"),
    /** A whole record of another epoch: old content, or a swapped file. */
    EPOCH("a record of another epoch"),
    /** A whole record that does not follow the one before. */
    CHAIN("a record that does not follow the one before"),
    /** A whole record whose type this version does not know. */
    TYPE("a record of a type that this version does not know"),
    /** A whole record of a type that does not belong here. */
    PLACE("a record of a type that does not belong here"),
    /** A whole record whose sequence is not the next one. */
    SEQUENCE("a record whose sequence is not the next one"),
    /** A whole record that is earlier than the one before. */
    TIME("a record that is earlier than the one before"),
    /** A whole record behind the place at which the next epoch should have followed. */
    CUT("a record behind the one that the next epoch follows");

    private final String text;

    RecordVerdict(final String text)
    {
        this.text = text;
    }

    /** Returns what was found, as a part of a sentence. */
    String text()
    {
        return text;
    }
}
