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
/**
 * Snapshot files: the state of a molecule behind one instance of its journal, so that recovery need not replay all of
 * it. Written beside, synced, renamed; read only after every byte was checked.
 *
 * <p>May import: layout, {@code journal.format}, {@code journal.storage}.
 */
package io.packetflow.ringbuffers.snapshot;
