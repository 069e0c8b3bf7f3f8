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
package io.packetflow.engine.language.code;

import java.util.Map;

import io.packetflow.engine.language.types.TypedPacket;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Trigger;

/** Cold path. The trigger of a packet whose behaviour is written in the language. */
public final class FiringTrigger
{
    private FiringTrigger()
    {
    }

    /**
     * Returns a trigger.
     *
     * @param packet that it fires
     * @param kinds of instances that the molecule has, by name
     * @return the kinds for which all that the packet reads is there
     */
    public static Trigger of(final TypedPacket packet, final Map<String, InstanceKind> kinds)
    {
        final String text = packet.packet().constituent().trigger();
        if (packet.kinds().isEmpty())
        {
            return text.isEmpty() ? Trigger.undeclared() : new Trigger(Trigger.always().kindMask(), text);
        }
        long mask = 0;
        for (final String kind : packet.kinds().get())
        {
            mask |= kinds.containsKey(kind) ? kinds.get(kind).bit() : 0;
        }
        return new Trigger(mask, text);
    }
}
