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
package io.packetflow.ringbuffers.pressure;

/** What a producer does with input for which its ring has no room. */
public enum BackPressure
{
    /**
     * Keeps the input and comes again in a later turn ({@link ClaimGate#FULL_COME_AGAIN}): nothing is lost, the
     * pressure reaches the source. The producer returns to its duty cycle, so no other work waits.
     */
    SPIN,

    /** Drops the input ({@link ClaimGate#SHED}): for what a newer input replaces, such as telemetry. */
    SHED,

    /** Refuses the input ({@link ClaimGate#REJECTED}): the producer tells its source, which decides. */
    REJECT
}
