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

import io.packetflow.layout.memory.Slab;

/**
 * Cold path. A snapshot whose every byte was checked.
 *
 * @param path of the file
 * @param subject of which it is
 * @param payload state, in memory of the arena that was given for it; null if it is empty
 * @param payloadBytes length of the state
 */
public record Snapshot(String path, SnapshotSubject subject, Slab payload, long payloadBytes)
{
}
