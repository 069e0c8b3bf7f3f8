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
 * Chronicle Queue behind the journal: a follower fills it on a core of its own, and other processes read it. Recovery
 * never does, and whatever happens to a queue, the journal goes on.
 *
 * <p>The only package that may import {@code net.openhft.chronicle.queue}. May also import: layout,
 * {@code journal.format}, {@code journal.read}, {@code journal.storage}, {@code waiting}.
 */
package io.packetflow.ringbuffers.journal.queue;
