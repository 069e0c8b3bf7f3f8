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
package io.packetflow.engine.molecule;

import java.util.ArrayList;
import java.util.List;

/**
 * Says to which instances a packet reacts (thesis definition 3.1, <i>trigger</i>). A packet whose trigger does not fire
 * has completed.
 *
 * @param kindMask a bit for each kind, see {@link InstanceKind#bit()}
 * @param text for people
 */
public record Trigger(long kindMask, String text)
{
    private static final Trigger ALWAYS = new Trigger(-1L, "always");
    private static final Trigger UNDECLARED = new Trigger(-1L, "");

    /** Returns the trigger that fires for each instance, declared as such. */
    public static Trigger always()
    {
        return ALWAYS;
    }

    /** Returns the trigger of a packet that declares none: it fires for each instance. */
    public static Trigger undeclared()
    {
        return UNDECLARED;
    }

    /**
     * Returns a trigger that fires for some kinds of instances.
     *
     * @param kinds one or more
     * @return the trigger
     */
    public static Trigger on(final InstanceKind... kinds)
    {
        if (kinds.length == 0)
        {
            throw new IllegalArgumentException("a trigger names at least one kind of instance");
        }
        long mask = 0;
        final List<String> names = new ArrayList<>();
        for (final InstanceKind kind : kinds)
        {
            mask |= kind.bit();
            names.add(kind.name());
        }
        return new Trigger(mask, "on " + String.join(", ", names));
    }

    /** Returns whether the packet's author declared it. */
    public boolean isDeclared()
    {
        return !text.isEmpty();
    }

    /** Returns whether it fires for each instance. */
    public boolean isUnconditional()
    {
        return kindMask == -1L;
    }
}
