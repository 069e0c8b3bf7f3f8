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

import java.util.Optional;

import io.packetflow.ringbuffers.journal.format.EpochStart;

/**
 * Cold path. What a scan found of an epoch.
 *
 * @param epoch number
 * @param start what its first record says, empty if that was pruned or not read
 * @param firstSegment index of the first segment that was read
 * @param lastSegment index of the last segment that was read
 * @param records that count, of all types
 * @param bytes of those records
 * @param firstSequence of the first instance that counts, 0 if there is none
 * @param lastSequence of the last one, 0 if there is none
 * @param isClosed whether its last record that counts closed it in order
 */
public record EpochReport(
    int epoch,
    Optional<EpochStart> start,
    int firstSegment,
    int lastSegment,
    long records,
    long bytes,
    long firstSequence,
    long lastSequence,
    boolean isClosed)
{
}
