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
package io.packetflow.tuning.doctor.probe;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.ObjectName;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.engine.telemetry.LatencyRecorder;

import org.HdrHistogram.Histogram;

/**
 * Cold path. How long this JVM, which the launcher started as it starts an engine, waits until its threads stand
 * still: counted loops spin on the pinned CPUs, as an engine's do, and its own log says what each safepoint took to
 * reach.
 */
final class SafepointProbe
{
    private static final int STOPS = 200;
    private static final long PAUSE_NANOS = 2_000_000;
    private static final int WARM_UP_ROUNDS = 20_000;
    private static final int LOOP = 10_000;
    private static final Pattern REACHED = Pattern.compile("Reaching safepoint:\\s*([0-9]{1,15}) ns");

    private SafepointProbe()
    {
    }

    /**
     * Stops this JVM some hundred times.
     *
     * @param pinned   CPUs on which loops spin meanwhile
     * @param refusals CPUs to which no thread could be pinned, with the reason; filled here
     * @return nanoseconds to reach each safepoint
     * @throws IOException if the log cannot be written, or this JVM writes none
     */
    static Histogram measure(final CpuSet pinned, final Map<Integer, String> refusals) throws IOException
    {
        final Path log = Files.createTempFile("packetflow-doctor-", ".safepoints");
        try
        {
            spin(0);
            configure("what=safepoint=info", "output=" + log, "decorators=none");
            try
            {
                stopOften(pinned, refusals);
            }
            finally
            {
                configure("what=safepoint=off", "output=" + log);
            }
            return parse(Files.readString(log));
        }
        catch (final JMException e)
        {
            throw new IOException("this JVM has no log to be switched on: " + e.getMessage(), e);
        }
        finally
        {
            Files.delete(log);
        }
    }

    /**
     * Reads a log.
     *
     * @param log lines of {@code -Xlog:safepoint}
     * @return nanoseconds to reach each safepoint in it
     * @throws IOException if there is none
     */
    static Histogram parse(final String log) throws IOException
    {
        final Histogram reached = new Histogram(1L, LatencyRecorder.MAX_NANOS, LatencyRecorder.DIGITS);
        final Matcher matcher = REACHED.matcher(log);
        while (matcher.find())
        {
            reached.recordValue(Math.min(Long.parseLong(matcher.group(1)), LatencyRecorder.MAX_NANOS));
        }
        if (reached.getTotalCount() == 0)
        {
            throw new IOException("the log of this JVM names no safepoint");
        }
        return reached;
    }

    private static void configure(final String... arguments) throws JMException
    {
        ManagementFactory.getPlatformMBeanServer().invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmLog", new Object[]{arguments},
            new String[]{String[].class.getName()});
    }

    private static void stopOften(final CpuSet pinned, final Map<Integer, String> refusals)
    {
        final AtomicBoolean done = new AtomicBoolean();
        final Thread stopping = new Thread(() ->
        {
            try
            {
                for (int i = 0; i < STOPS; i++)
                {
                    // A dump of one's own stack would do without a stop; one of all threads needs it.
                    Thread.getAllStackTraces();
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
            finally
            {
                done.set(true);
            }
        }, "pf-probe-stops");
        stopping.start();
        PinnedThreads.run(pinned.stream().boxed().toList(), cpu ->
        {
            long sum = cpu;
            while (!done.get())
            {
                sum = count(sum);
            }
            return sum;
        }, refusals);
        PinnedThreads.join(stopping);
    }

    /** Lets the loop be compiled first: an interpreter stops at once. */
    private static long spin(final long seed)
    {
        long sum = seed;
        for (int round = 0; round < WARM_UP_ROUNDS; round++)
        {
            sum = count(sum);
        }
        return sum;
    }

    private static long count(final long seed)
    {
        long sum = seed;
        for (int i = 0; i < LOOP; i++)
        {
            sum += sum >>> 7 ^ i;
        }
        return sum;
    }
}
