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
package io.packetflow.latency.peers.book;

/** Hot path. A book under measurement: operations of one flow, in a row, again and again from an empty book. */
interface MeasuredBook extends AutoCloseable
{
    /** Empties the book; cold. */
    void clear();

    /**
     * Applies operations.
     *
     * @param from index of the first
     * @param to index behind the last
     */
    void apply(int from, int to);

    /** Returns what is in the book; cold. */
    BookState state();

    /**
     * Returns what was executed since the book was cleared; cold.
     *
     * @return the quantity, or -1 where the book is told and does not count
     */
    long executedQuantity();

    /**
     * Returns how many trades there were since the book was cleared; cold.
     *
     * @return their number, or -1 where the book is told and does not count
     */
    long trades();

    @Override
    void close();
}
