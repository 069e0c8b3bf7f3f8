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
 * Hot path. A way from one thread to another. All links carry the same seven longs: when it was sent, when it was meant
 * to be, and five more, which the receiver reads.
 */
public interface HopLink extends AutoCloseable
{
    /** Longs of a payload. */
    int PAYLOAD_LONGS = 7;

    /** Waits until an event can be sent, where that has to be asked before each; the sending thread only. */
    default void awaitRoom()
    {
        // A ring looks at its receiver's progress once a lap.
    }

    /**
     * Sends an event, waiting while there is no room; the sending thread only.
     *
     * @param sentNanos stamp
     * @param plannedNanos planned send time
     * @param value that fills the rest
     */
    void send(long sentNanos, long plannedNanos, long value);

    /**
     * Receives events until the receiver has enough; the receiving thread only.
     *
     * @param receiver takes them
     */
    void receive(HopReceiver receiver);

    @Override
    default void close()
    {
        // Heap memory closes itself.
    }
}
