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
package io.packetflow.ringbuffers.journal.format;

/**
 * Hot path. The head of an epoch: a mapped page of words that change all the time, each group of them written by one
 * thread and on lines of its own. It outlives the process that writes it, so it tells how far an epoch had come when
 * its process died; after the death of the host it tells nothing.
 *
 * <pre>
 *      0  u64 magic, u32 version, u32 epoch, i64 pid, i64 startTimeMillis, 16 bytes boot id    set once
 *    256  i64 appendedPosition   bytes appended: segment x segmentBytes + offset     sequencing node
 *    264  i64 appendedSequence   of the last instance appended
 *    512  i64 durablePosition    bytes known to be on the disk                       journal thread
 *    520  i64 durableSequence    of the last instance known to be on the disk
 *    768  i64 replicaSequence    of the last instance that the standby has applied   standby, another process
 *   1024  i64 heartbeat          grows while the sequencing node works, all ones     helper thread
 *                                but the sign: the journal is being closed in order
 *   1280  i64 fence              epoch that has taken over, 0 while none has         standby, another process
 *   1288  i64 stop               complement of the sequence at which the journal      whoever met the error, once
 *                                stopped for good, 0 while it works
 * </pre>
 */
public final class HeadLayout
{
    /** Length of the file. */
    public static final int BYTES = 4096;
    /** First word: "PFJ1HEAD". */
    public static final long MAGIC = 0x4441_4548_314A_4650L;
    /** Version of this layout. */
    public static final int VERSION = 1;
    /** Offset of the magic word. */
    public static final int MAGIC_OFFSET = 0;
    /** Offset of the version, 4 bytes. */
    public static final int VERSION_OFFSET = 8;
    /** Offset of the epoch, 4 bytes. */
    public static final int EPOCH_OFFSET = 12;
    /** Offset of the owner's process id. */
    public static final int PID_OFFSET = 16;
    /** Offset of the owner's start time. */
    public static final int START_TIME_OFFSET = 24;
    /** Offset of the boot id, 16 bytes. */
    public static final int BOOT_ID_OFFSET = 32;
    /** Offset of the bytes appended. */
    public static final int APPENDED_POSITION = 256;
    /** Offset of the sequence appended last. */
    public static final int APPENDED_SEQUENCE = 264;
    /** Offset of the bytes known to be on the disk. */
    public static final int DURABLE_POSITION = 512;
    /** Offset of the sequence known to be on the disk. */
    public static final int DURABLE_SEQUENCE = 520;
    /** Offset of the sequence that the standby has applied. */
    public static final int REPLICA_SEQUENCE = 768;
    /** Offset of the heartbeat. */
    public static final int HEARTBEAT = 1024;
    /** The heartbeat of a writer that closes its journal in order: from now on its silence says nothing. */
    public static final long CLOSING = Long.MAX_VALUE;
    /** Offset of the fence. */
    public static final int FENCE = 1280;
    /** Offset of the stop. */
    public static final int STOP = 1288;

    private HeadLayout()
    {
    }
}
