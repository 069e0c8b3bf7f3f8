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
package io.packetflow.ringbuffers.ring;

/** How many threads claim and publish slots of a ring. */
public enum ProducerMode
{
    /**
     * One thread at a time, for the ring's whole life in the same order of hand-over: the cheapest claim, a few plain
     * instructions. The JVM's own assertions ({@code -ea}) catch a second thread, at 15 ns a claim.
     */
    SINGLE,

    /** Any number of threads: a claim is a compare-and-set on a line that all producers share. */
    MULTI
}
