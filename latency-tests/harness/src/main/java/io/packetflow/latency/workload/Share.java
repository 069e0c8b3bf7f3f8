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
package io.packetflow.latency.workload;

/** Hot path. Which messages take part in a kind of work: all, none, or one in three. */
enum Share
{
    ALL(1, 0),
    NONE(1, -1),
    FIRST_OF_THREE(3, 0),
    SECOND_OF_THREE(3, 1),
    LAST_OF_THREE(3, 2);

    private final long divisor;
    private final long remainder;

    Share(final long divisor, final long remainder)
    {
        this.divisor = divisor;
        this.remainder = remainder;
    }

    boolean has(final long number)
    {
        return number % divisor == remainder;
    }

    /** Returns how many of the messages 0 to {@code messages} - 1 take part. */
    long count(final long messages)
    {
        return remainder < 0 ? 0 : (messages - remainder + divisor - 1) / divisor;
    }
}
