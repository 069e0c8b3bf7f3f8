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
package io.packetflow.engine.control;

/**
 * The layout of a control file, in native byte order (little-endian on every host that PacketFlow runs on), version 1.
 *
 * <pre>
 *    0      8  magic         "PKTFCTRL"
 *    8      4  version       1
 *   12      4  capacity      records, a power of two
 *   16      8  pid           of the engine
 *   24      8  start time    of the engine's process, milliseconds since 1970
 *   32      8  closed time   milliseconds since 1970, 0 while open; written with release
 *   40      8  ready         1, written with release after everything else
 *  128      8  taken         commands taken so far; written by the engine with release
 *  256  64 x n records
 *
 *  record
 *    0      8  state         4 x sequence: free for it; 4 x sequence + 1: ready; below 0: claimed by process -state
 *    8      8  command       code
 *   16      8  target
 *   24      8  first value
 *   32      8  second value
 *   40      8  pid           of the writer
 *   48      8  time          milliseconds since 1970
 * </pre>
 */
final class ControlDescriptor
{
    static final long MAGIC = 0x4c52544346544b50L;
    static final int VERSION = 1;
    static final int CAPACITY = 64;
    static final long READY = 1;

    static final int MAGIC_OFFSET = 0;
    static final int VERSION_OFFSET = 8;
    static final int CAPACITY_OFFSET = 12;
    static final int PID_OFFSET = 16;
    static final int START_TIME_OFFSET = 24;
    static final int CLOSED_TIME_OFFSET = 32;
    static final int READY_OFFSET = 40;
    static final int TAKEN_OFFSET = 128;
    static final int RECORDS_OFFSET = 256;

    static final int RECORD_LENGTH = 64;
    static final int STATE = 0;
    static final int COMMAND = 8;
    static final int TARGET = 16;
    static final int FIRST_VALUE = 24;
    static final int SECOND_VALUE = 32;
    static final int WRITER_PID = 40;
    static final int WRITER_TIME = 48;

    static final int FILE_LENGTH = RECORDS_OFFSET + CAPACITY * RECORD_LENGTH;

    private ControlDescriptor()
    {
    }

    static int record(final long sequence)
    {
        return RECORDS_OFFSET + (int)(sequence & CAPACITY - 1) * RECORD_LENGTH;
    }

    static long free(final long sequence)
    {
        return sequence << 2;
    }

    static long ready(final long sequence)
    {
        return (sequence << 2) + 1;
    }
}
