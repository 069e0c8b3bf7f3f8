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
package io.packetflow.latency.peers.ring;

import java.util.concurrent.locks.LockSupport;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.logbuffer.BufferClaim;

import org.agrona.concurrent.SleepingMillisIdleStrategy;

/**
 * Cold path, but for {@link #claim}. An Aeron within this process: its driver has one thread that sleeps a millisecond
 * where it has nothing to do, so that only the threads that are measured spin. The terms have their default length
 * (64 MiB), because the driver moves a publisher's limit on only when it wakes.
 */
public final class EmbeddedAeron implements AutoCloseable
{
    private static final String CHANNEL = "aeron:ipc";
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final long LOOK_NANOS = 1_000_000;

    private final MediaDriver driver;
    private final Aeron aeron;

    /** Starts a driver with a directory of its own, and a client. */
    public EmbeddedAeron()
    {
        final SleepingMillisIdleStrategy idle = new SleepingMillisIdleStrategy(1);
        driver = MediaDriver.launchEmbedded(new MediaDriver.Context().threadingMode(ThreadingMode.SHARED)
            .sharedIdleStrategy(idle).dirDeleteOnShutdown(true));
        aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(driver.aeronDirectoryName()));
    }

    /** Returns a publication on a stream of its own. */
    public ExclusivePublication publication(final int stream)
    {
        return aeron.addExclusivePublication(CHANNEL, stream);
    }

    /** Returns a subscription to a stream. */
    public Subscription subscription(final int stream)
    {
        return aeron.addSubscription(CHANNEL, stream);
    }

    /**
     * Waits until both ends of a stream know each other.
     *
     * @param publication that sends
     * @param subscription that receives
     */
    public static void await(final ExclusivePublication publication, final Subscription subscription)
    {
        final long startNanos = System.nanoTime();
        while (!publication.isConnected() || !subscription.isConnected())
        {
            if (System.nanoTime() - startNanos > PATIENCE_NANOS)
            {
                throw new IllegalStateException("Aeron connects nobody within 10 s: stream=" + publication.streamId());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /**
     * Claims room for a message, spinning while there is none; hot, the publishing thread only.
     *
     * @param publication that sends
     * @param length of the message
     * @param claim takes the room; the caller commits it
     */
    public static void claim(final ExclusivePublication publication, final int length, final BufferClaim claim)
    {
        while (publication.tryClaim(length, claim) < 0)
        {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close()
    {
        aeron.close();
        driver.close();
    }
}
