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
package io.packetflow.latency.fork;

/** Cold path. Names of the series that forks answer. */
public final class Series
{
    /** From the first byte seen to the last byte of the last order written. */
    public static final String SERVICE = "service";

    /** The service times of the first thousand orders after the gate opened. */
    public static final String FIRST_ORDERS = "first 1,000 orders";

    /** From the planned send time to the last byte of the last order written. */
    public static final String RESPONSE = "response";

    /** From the stamp of the sending thread to the event seen by the receiving one. */
    public static final String ONE_WAY = "one way";

    /** From the planned send time to the event seen by the receiving thread. */
    public static final String ONE_WAY_PLANNED = "one way from plan";

    /** From an order message given to the simulated venue to its answers. */
    public static final String MATCHING = "matching";

    /** From a change of the inside given to the simulated venue to the fills that it causes. */
    public static final String INSIDE = "inside";

    private Series()
    {
    }
}
