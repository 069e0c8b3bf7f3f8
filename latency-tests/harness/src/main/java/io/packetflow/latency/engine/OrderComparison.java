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
package io.packetflow.latency.engine;

import io.packetflow.latency.floor.FloorLoop;
import io.packetflow.latency.floor.OrderStreamHash;
import io.packetflow.latency.load.FeedLoad;
import io.packetflow.trading.engine.OrderOutput;

/**
 * Cold path. Whether floor and engine do the same work: the same order messages, byte for byte and in the same order,
 * and the same exposures and positions afterwards. Untimed; one thread.
 *
 * @param floorOrders messages that the floor sent
 * @param engineOrders messages that the engine sent
 * @param floorHash of the floor's messages
 * @param engineHash of the engine's messages
 * @param floorState hash of the floor's exposures and positions
 * @param engineState hash of the engine's exposures and positions
 */
public record OrderComparison(
    long floorOrders, long engineOrders, long floorHash, long engineHash, long floorState, long engineState)
{

    /**
     * Runs both.
     *
     * @param load to send; its pace does not matter
     * @return what both sent
     */
    public static OrderComparison of(final FeedLoad load)
    {
        final OrderStreamHash floorHash = new OrderStreamHash();
        final OrderStreamHash engineHash = new OrderStreamHash();
        final FeedLoad flatOut = load.flatOut();
        final long floorState;
        try (FloorLoop floor = new FloorLoop(flatOut, floorHash))
        {
            floor.run();
            floorState = floor.riskStateHash();
        }
        try (MeasuredEngine engine = MeasuredEngine.stepped(flatOut))
        {
            step(engine, engineHash);
            return new OrderComparison(floorHash.count(), engineHash.count(), floorHash.hash(), engineHash.hash(),
                floorState, engine.riskStateHash());
        }
    }

    /** Reads the output after each step, so that it never fills. */
    private static void step(final MeasuredEngine engine, final OrderStreamHash hash)
    {
        final OrderOutput output = engine.output();
        engine.reactor().open();
        boolean complete = false;
        while (!complete)
        {
            engine.reactor().step();
            output.drain(hash::add);
            complete = engine.reactor().awaitCompletion(0);
        }
    }

    /** Returns whether both did the same. */
    public boolean isSame()
    {
        return floorOrders == engineOrders && floorHash == engineHash && floorState == engineState;
    }

    /** Returns the finding in one line. */
    @Override
    public String toString()
    {
        return isSame() ?
            String.format("floor and engine sent the same %,d order messages (stream hash %016x) and hold the same " +
                "exposures and positions (%016x)", floorOrders, floorHash, floorState) :
            String.format("floor and engine DIFFER: %,d against %,d order messages, stream hash %016x against %016x, " +
                "exposures and positions %016x against %016x", floorOrders, engineOrders, floorHash, engineHash,
                floorState, engineState);
    }
}
