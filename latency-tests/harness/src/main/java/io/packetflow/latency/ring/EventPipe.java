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
package io.packetflow.latency.ring;

/**
 * Hot path. A ring under full load: events of 64 bytes, claimed and published one by one or some at a time, each read
 * as a whole.
 */
public interface EventPipe extends AutoCloseable
{
    /**
     * Writes events, as fast as there is room; the producing thread only.
     *
     * @param first value of the first event; those behind it count up
     * @param count of events, a multiple of the batch
     */
    void produce(long first, long count);

    /**
     * Reads events until the sink has enough; the consuming thread only.
     *
     * @param sink takes the sum of each event's values
     */
    void consume(EventSink sink);

    /** Returns how many values an event holds. */
    int valuesPerEvent();

    @Override
    default void close()
    {
        // Heap memory closes itself.
    }
}
