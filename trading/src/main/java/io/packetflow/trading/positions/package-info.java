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
 * The positions table that other processes read: its rows, and what fills them from an engine at rest.
 *
 * <p>May be used by programs that only read: with {@code ringbuffers.share} they need nothing else of the engine. May
 * import: {@code ringbuffers.share}, risk, {@code trading.book}, {@code trading.engine}, {@code trading.feed.itch}.
 */
package io.packetflow.trading.positions;
