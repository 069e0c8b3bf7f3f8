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
package io.packetflow.trading.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.engine.cli.HostException;

/** Cold path. One process from its start to the kill, or to the end of its feed. */
final class Life
{
    private static final long PAUSE_NANOS = 20_000;
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Path log;
    private final Path orders;
    private final long recovered;
    private final long startNanos = System.nanoTime();
    private long lockedNanos;
    private long readyNanos;
    private long acknowledged;
    private long orderBytes;

    /**
     * Watches a process that was just started.
     *
     * @param process to watch
     * @param log what it prints
     * @param orders file that it writes
     * @param recovered last instance that its journal held before
     */
    Life(final Process process, final Path log, final Path orders, final long recovered)
    {
        this.process = process;
        this.log = log;
        this.orders = orders;
        this.recovered = recovered;
    }

    /**
     * Watches until it is over.
     *
     * @param eye on its journal
     * @param trigger of the kill
     * @param timeoutSeconds after which it is given up
     */
    Death live(final JournalEye eye, final KillTrigger trigger, final int timeoutSeconds) throws IOException
    {
        final Thread end = new Thread(process::destroyForcibly, "end-trade");
        Runtime.getRuntime().addShutdownHook(end);
        try
        {
            final boolean wasDue = watch(eye, trigger, TimeUnit.SECONDS.toNanos(timeoutSeconds));
            final int exitCode = awaitEnd();
            // It may have come to its end in the moment before.
            return new Death(wasDue && exitCode == KILLED, acknowledged, orderBytes, lockedNanos, readyNanos, exitCode,
                log);
        }
        finally
        {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    private boolean watch(final JournalEye eye, final KillTrigger trigger, final long limitNanos) throws IOException
    {
        while (process.isAlive())
        {
            final long livedNanos = System.nanoTime() - startNanos;
            eye.look();
            note(eye, livedNanos);
            if (trigger.isDue(eye, livedNanos))
            {
                return kill(eye);
            }
            if (livedNanos > limitNanos)
            {
                throw new HostException("a process has neither ended nor come to where it was to be killed within " +
                    TimeUnit.NANOSECONDS.toSeconds(limitNanos) + " s, at instance " + eye.appended() + "; its log: " +
                    log + "; give it longer with --timeout, or fewer --messages");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return false;
    }

    private void note(final JournalEye eye, final long livedNanos) throws IOException
    {
        if (lockedNanos == 0 && eye.isLockedBy(process.pid()))
        {
            lockedNanos = livedNanos;
        }
        if (readyNanos == 0 && eye.appended() > recovered)
        {
            readyNanos = livedNanos;
        }
    }

    /** What is noted first had happened before the kill, whatever the process does until it is dead. */
    private boolean kill(final JournalEye eye) throws IOException
    {
        orderBytes = Files.exists(orders) ? Files.size(orders) : 0;
        acknowledged = eye.acknowledged();
        process.destroyForcibly();
        return true;
    }

    private int awaitEnd()
    {
        try
        {
            return process.waitFor();
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new HostException("interrupted while a process was killed", e);
        }
    }
}
