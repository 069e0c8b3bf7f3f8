package io.packetflow.engine.reactor;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Cold path. Relates {@link System#nanoTime()} to UTC, once; later steps of the wall clock change nothing. */
final class EpochClock
{
    private EpochClock()
    {
    }

    /** Returns what must be added to {@link System#nanoTime()} to get nanoseconds since 1970 UTC. */
    static long offsetNanos()
    {
        final Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano() - System.nanoTime();
    }
}
