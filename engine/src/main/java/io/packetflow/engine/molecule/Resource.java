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
