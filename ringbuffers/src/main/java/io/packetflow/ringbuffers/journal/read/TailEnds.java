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

/** Cold path. Names the damage at which a tail cannot go on. */
final class TailEnds
{
    private TailEnds()
    {
    }

    static EndKind kind(final RecordVerdict verdict, final RecordCursor cursor)
    {
        return switch (verdict)
        {
            case NONE -> EndKind.HOLE;
            case BOUNDARY -> EndKind.TRUNCATED_FILE;
            case LENGTH, CHECKSUM -> EndKind.CORRUPT;
            case TYPE -> EndKind.NEWER_VERSION;
            case EPOCH, CUT -> EndKind.FOREIGN;
            default -> cursor.isAtSegmentStart() ? EndKind.FOREIGN : EndKind.CORRUPT;
        };
    }
}
