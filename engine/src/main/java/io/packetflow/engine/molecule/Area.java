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

import java.util.Objects;
import java.util.function.Function;

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.RecordLayout;

/**
 * The part of a slot that one packet writes, and the flyweight through which all read it.
 *
 * @param layout fields of the area
 * @param view class of the flyweight; final, public
 * @param factory makes a flyweight bound to a slab
 */
public record Area(RecordLayout layout, Class<? extends Flyweight> view, Function<Slab, ? extends Flyweight> factory)
{
    /** Checks that nothing is null. */
    public Area
    {
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(factory, "factory");
    }

    /**
     * Describes an area.
     *
     * @param layout fields of the area
     * @param view class of the flyweight
     * @param factory makes a flyweight bound to a slab
     * @param <F> type of the flyweight
     * @return the area
     */
    public static <F extends Flyweight> Area of(
        final RecordLayout layout, final Class<F> view, final Function<Slab, F> factory)
    {
        return new Area(layout, view, factory);
    }
}
