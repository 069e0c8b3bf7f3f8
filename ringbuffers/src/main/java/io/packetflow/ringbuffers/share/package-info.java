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
 * Tables in files that other processes read while one process fills them, in a Chronicle Map. They are views of what a
 * journal says: never read by recovery, and deleted and made again at any time.
 *
 * <p>The only package that may import {@code net.openhft.chronicle.map} and {@code net.openhft.chronicle.hash}. Nothing
 * of the journal, the rings or the hot path may import this one; it imports none of them.
 */
package io.packetflow.ringbuffers.share;
