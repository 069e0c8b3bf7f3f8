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
 * The reading side of the journal: follows the epochs in order, accepts a record only if it is whole and in its place,
 * and says where and why it stops. It never changes a file, but for {@code JournalPruner}, which removes whole ones.
 *
 * <p>May import: layout, {@code journal}, {@code journal.format}, {@code journal.storage}.
 */
package io.packetflow.ringbuffers.journal.read;
