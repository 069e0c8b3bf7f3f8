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
package io.packetflow.engine.telemetry;

import java.util.concurrent.atomic.AtomicLong;

/** Hot path. Counts durations that should not happen. Single writer: the node that records; read by any thread. */
final class ExceptionCounts
{
    private final AtomicLong negative = new AtomicLong();
    private final AtomicLong tooLong = new AtomicLong();

    void countNegative()
    {
        negative.setRelease(negative.getPlain() + 1);
    }

    void countTooLong()
    {
        tooLong.setRelease(tooLong.getPlain() + 1);
    }

    long negative()
    {
        return negative.getAcquire();
    }

    long tooLong()
    {
        return tooLong.getAcquire();
    }
}
