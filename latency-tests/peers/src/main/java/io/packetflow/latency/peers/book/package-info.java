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
 * Order books alone, one symbol, one thread, no queue: ours, which is told what happens, as by a market's feed, and
 * exchange-core's, which matches. The same deterministic flow of orders; a simple matcher says beforehand what comes of
 * it, and both books must end as that one does. May import the order book and exchange-core.
 */
package io.packetflow.latency.peers.book;
