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
package io.packetflow.latency.peers.chain;

/**
 * Hot path. Six steps behind each other in whatever form a system has them. One thread calls: the one that sends. What
 * comes in are the pairs of {@code ChainInputs} by index.
 */
public interface Chain extends AutoCloseable
{
    /** Events that are under way at most where a chain is given more than one. */
    int WINDOW = 1_024;

    /**
     * Sends an event and waits for what comes of it.
     *
     * @param index of the input
     * @return the result of the last step
     */
    long roundTrip(long index);

    /**
     * Sends events as fast as they are taken, at most {@link #WINDOW} under way, and waits for the last of them.
     *
     * @param first index
     * @param count of events
     * @return the sum of their results
     */
    long flatOut(long first, int count);

    @Override
    void close();
}
