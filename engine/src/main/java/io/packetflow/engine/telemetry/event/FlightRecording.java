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
package io.packetflow.engine.telemetry.event;

import java.util.Optional;
import java.util.function.Supplier;

import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;

/**
 * Cold path. The one way to events: none is made while nobody records. The first event of a JVM loads the recorder's
 * classes and makes the JVM instrument its own, which disturbs every core for some 100 ms; a node that has just begun
 * lost a third of its rate to it, and a takeover waited.
 *
 * <p>Any thread. A recording that starts later sees events from then on.
 */
public final class FlightRecording
{
    private FlightRecording()
    {
    }

    /** Returns whether a recorder was started in this JVM. */
    public static boolean isOn()
    {
        return FlightRecorder.isInitialized();
    }

    /**
     * Commits an event, if anybody records.
     *
     * @param event makes it
     */
    public static void commit(final Supplier<? extends Event> event)
    {
        if (isOn())
        {
            event.get().commit();
        }
    }

    /**
     * Begins an event, if anybody records; who gets it ends and commits it.
     *
     * @param event makes it
     * @param <E> type of the event
     * @return the event, which has begun; empty if nobody records
     */
    public static <E extends Event> Optional<E> begin(final Supplier<E> event)
    {
        if (!isOn())
        {
            return Optional.empty();
        }
        final E begun = event.get();
        begun.begin();
        return Optional.of(begun);
    }
}
