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
package io.packetflow.engine.molecule;

import java.util.function.Function;

import io.packetflow.layout.memory.Arena;

/**
 * What outlives an instance: an off-heap table (books, positions, limits) owned by one node.
 *
 * @param name unique in its molecule
 * @param type class that handlers ask for
 * @param factory makes the table in the arena of one running molecule; a table that is {@link AutoCloseable} is closed
 *                with it
 */
public record Resource(String name, Class<?> type, Function<Arena, ?> factory)
{
}
