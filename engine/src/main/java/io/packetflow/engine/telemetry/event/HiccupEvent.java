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
import jdk.jfr.Threshold;

/**
 * Cold path. The engine's own helper thread slept for longer than it wished: the host, or a pause of the JVM, kept it
 * from running. Its duration is the whole sleep.
 */
@Name("packetflow.Hiccup")
@Label("Hiccup")
@Category("PacketFlow")
@Description("A helper thread that wished to sleep for 10 ms slept for the duration of the event")
@StackTrace(false)
@Threshold("50 ms")
public final class HiccupEvent extends Event
{
    /** Creates an event that has not begun. */
    public HiccupEvent()
    {
    }
}
