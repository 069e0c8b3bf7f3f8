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
package io.packetflow.engine.reactor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.agrona.concurrent.status.AtomicCounter;

import io.packetflow.engine.telemetry.CounterType;
import io.packetflow.engine.telemetry.CountersFile;

/**
 * Cold path. The counters file of one reactor and where its values come from: mirrors of what others count, and
 * counters that the conductor writes itself. Counters are added by the thread that makes the reactor; from then on the
 * conductor's thread is the only writer. Any thread may {@link #read}.
 */
final class MirroredCounters implements AutoCloseable
{
    /** A counter and where its value comes from. */
    private record Mirror(String label, AtomicCounter counter, LongSupplier value)
    {
    }

    private final CountersFile file;
    private final Consumer<String> progress;
    private final List<Mirror> mirrors = new ArrayList<>();
    private final Map<String, AtomicCounter> own = new LinkedHashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private Map<String, Long> lastValues;

    /**
     * Makes the file.
     *
     * @param path of the file
     * @param progress told once of each value that cannot be read; must not throw
     */
    MirroredCounters(final Path path, final Consumer<String> progress)
    {
        this.file = CountersFile.create(path);
        this.progress = progress;
    }

    Path path()
    {
        return file.path();
    }

    /** Adds a counter that shows what somebody else counts; it is asked by the conductor's thread. */
    void mirror(final CounterType type, final String owner, final LongSupplier value)
    {
        mirrors.add(new Mirror(label(type, owner), file.allocate(type, owner), value));
    }

    /** Adds a counter that the conductor's thread writes and that mirrors nothing. */
    AtomicCounter own(final CounterType type, final String owner)
    {
        final AtomicCounter counter = file.allocate(type, owner);
        own.put(label(type, owner), counter);
        return counter;
    }

    private static String label(final CounterType type, final String owner)
    {
        return owner + ": " + type.label();
    }

    /** Copies what others count into the file, in the order in which the counters were added. */
    synchronized void copy()
    {
        for (final Mirror mirror : mirrors)
        {
            mirror.counter().setRelease(valueOf(mirror));
        }
    }

    /** A packet's count that cannot be read shall blind nobody for the others: it stands still, and that is said. */
    private long valueOf(final Mirror mirror)
    {
        try
        {
            return mirror.value().getAsLong();
        }
        catch (final RuntimeException e)
        {
            if (unreadable.add(mirror.label()))
            {
                progress.accept("the counter " + mirror.label() + " cannot be read: " + e);
            }
            return mirror.counter().get();
        }
    }

    /** Reads all counters; after {@link #close()} what they were then, as their memory is gone. */
    synchronized Map<String, Long> read()
    {
        if (lastValues != null)
        {
            return lastValues;
        }
        final Map<String, Long> values = new LinkedHashMap<>();
        mirrors.forEach(mirror -> values.put(mirror.label(), valueOf(mirror)));
        own.forEach((label, counter) -> values.put(label, counter.get()));
        return values;
    }

    /** What was counted last is in the file before it is closed; the conductor's thread has ended. May come twice. */
    @Override
    public synchronized void close()
    {
        if (lastValues == null)
        {
            copy();
            lastValues = read();
            file.close();
        }
    }
}
