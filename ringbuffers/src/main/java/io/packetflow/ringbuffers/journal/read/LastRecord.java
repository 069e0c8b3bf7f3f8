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
 * Cold path. The last record that counts; a new epoch goes on behind it.
 *
 * @param epoch of the record, 0 if there is none
 * @param sequence of the last instance, 0 if there is none
 * @param timeNanos logical time of the record
 * @param checksum of the record, which need not be an instance
 */
public record LastRecord(int epoch, long sequence, long timeNanos, int checksum)
{
    /** Before the first record of a journal. */
    public static final LastRecord NONE = new LastRecord(0, 0, 0, 0);
}
