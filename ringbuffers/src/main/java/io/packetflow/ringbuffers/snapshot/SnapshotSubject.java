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
package io.packetflow.ringbuffers.snapshot;

/**
 * Cold path. Of what a snapshot is taken.
 *
 * @param epoch of the instance
 * @param sequence of the last instance that the state holds
 * @param timeNanos logical time of that instance
 * @param recordChecksum of its record in the journal, which ties the snapshot to one history
 * @param schemaHash of the molecule
 * @param stateHash of the state as it was saved
 * @param outputHash of all outputs so far, 0 where the writer keeps none
 */
public record SnapshotSubject(
    int epoch,
    long sequence,
    long timeNanos,
    int recordChecksum,
    long schemaHash,
    long stateHash,
    long outputHash)
{
}
