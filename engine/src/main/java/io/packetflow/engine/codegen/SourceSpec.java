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
package io.packetflow.engine.codegen;

import io.packetflow.engine.packet.CommandSource;
import io.packetflow.engine.packet.InstanceSource;

/**
 * What the code of the sequencing node has to know of one source.
 *
 * @param type concrete class: public and final
 * @param emitter name of the packet whose back edge it is, empty for a source from outside
 * @param minimumDelayNanos of a back edge: an instance that an instance at logical time t emits is not before t + this
 */
public record SourceSpec(Class<? extends InstanceSource> type, String emitter, long minimumDelayNanos)
{
    /**
     * Describes a source from outside.
     *
     * @param type its concrete class
     * @return the description
     */
    public static SourceSpec outside(final Class<? extends InstanceSource> type)
    {
        return new SourceSpec(type, "", 0);
    }

    /** Returns whether it brings commands, which are never dropped. */
    public boolean isCommand()
    {
        return CommandSource.class.isAssignableFrom(type);
    }

    /** Returns whether it is a back edge. */
    public boolean isBackEdge()
    {
        return !emitter.isEmpty();
    }
}
