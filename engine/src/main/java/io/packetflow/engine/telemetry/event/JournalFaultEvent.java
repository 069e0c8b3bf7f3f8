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

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Cold path. Something is wrong with a journal: it stopped, its disk is low or full, a snapshot was not written. */
@Name("packetflow.JournalFault")
@Label("Journal Fault")
@Category("PacketFlow")
@Description("The journal stopped for good, was fenced, its disk is low or full, or a snapshot was not written")
@StackTrace(false)
public final class JournalFaultEvent extends Event
{
    @Label("Fault")
    final String fault;

    @Label("Message")
    final String message;

    /**
     * Creates the event.
     *
     * @param fault what happened
     * @param message cause, place and remedy
     */
    public JournalFaultEvent(final Fault fault, final String message)
    {
        this.fault = fault.text;
        this.message = message;
    }

    /** What happened to a journal. */
    public enum Fault
    {
        /** An error of the disk: nothing is appended or released any more. */
        STOPPED("stopped"),
        /** Another process has taken over. */
        FENCED("fenced"),
        /** The disk is nearly full: the molecule was told. */
        SPACE_LOW("space low"),
        /** Nothing more fits: the engine ends in order. */
        SPACE_FULL("space full"),
        /** A snapshot could not be written. */
        SNAPSHOT("snapshot not written");

        private final String text;

        Fault(final String text)
        {
            this.text = text;
        }
    }
}
