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
package io.packetflow.engine.telemetry;

/**
 * Cold path. The layout of a counters file, little-endian, version 1.
 *
 * <pre>
 *   0        8   magic            "PKTFLOWC"
 *   8        4   version          1; a reader refuses any other
 *  12        4   counters         how many there is room for
 *  16        8   pid              of the writer
 *  24        8   start time       of the writer, milliseconds since 1970
 *  32        8   metadata offset  in bytes from the start of the file
 *  40        8   values offset    in bytes from the start of the file
 *  48        8   closed time      milliseconds since 1970, 0 while open; written with release
 *  56        8   ready            1, written with release after everything else
 *  64     4032   zero
 * 4096  512 x n  metadata         Agrona CountersReader records: state, type id, key, label
 *   .   128 x n  values           Agrona CountersReader records: value, registration id, owner id, reference id
 * </pre>
 */
final class CountersDescriptor
{
    static final long MAGIC = 0x43574f4c46544b50L;
    static final int VERSION = 1;
    static final int MAGIC_OFFSET = 0;
    static final int VERSION_OFFSET = 8;
    static final int CAPACITY_OFFSET = 12;
    static final int PID_OFFSET = 16;
    static final int START_TIME_OFFSET = 24;
    static final int METADATA_OFFSET_OFFSET = 32;
    static final int VALUES_OFFSET_OFFSET = 40;
    static final int CLOSED_TIME_OFFSET = 48;
    static final int READY_OFFSET = 56;
    static final int HEADER_LENGTH = 4_096;
    static final long READY = 1L;

    private CountersDescriptor()
    {
    }
}
