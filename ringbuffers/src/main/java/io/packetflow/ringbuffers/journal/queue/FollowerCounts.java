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
package io.packetflow.ringbuffers.journal.queue;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Hot path. How far a follower is. Written by its thread once a step, ordering: release; read by anybody, ordering:
 * acquire.
 */
final class FollowerCounts
{
    private final AtomicLong appendedCount = new AtomicLong();
    private final AtomicLong followedSequence = new AtomicLong();
    private final AtomicLong lagInstances = new AtomicLong();
    private final AtomicLong mostLagInstances = new AtomicLong();

    void publish(final QueueFilling filling)
    {
        appendedCount.setRelease(filling.appendedCount());
        followedSequence.setRelease(filling.followedSequence());
        final long lag = filling.lagInstances();
        lagInstances.setRelease(lag);
        if (lag > mostLagInstances.getPlain())
        {
            mostLagInstances.setRelease(lag);
        }
    }

    long appendedCount()
    {
        return appendedCount.getAcquire();
    }

    long followedSequence()
    {
        return followedSequence.getAcquire();
    }

    long lagInstances()
    {
        return lagInstances.getAcquire();
    }

    long mostLagInstances()
    {
        return mostLagInstances.getAcquire();
    }
}
