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
package io.packetflow.trading;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.Stateful;

/**
 * All that a component holds, as lines of text: numbers, arrays, slabs and parts, found by reflection, so that a field
 * that a component forgot to exchange is found as well.
 */
public final class StateText
{
    private final List<String> lines = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Predicate<String> isState;

    private StateText(final Predicate<String> isState)
    {
        this.isState = isState;
    }

    /** Returns a line for each field of a component and its parts. */
    public static List<String> of(final String name, final Object component)
    {
        return of(name, component, path -> true);
    }

    /** Returns a line for each field that counts, by its path. */
    public static List<String> of(final String name, final Object component, final Predicate<String> isState)
    {
        final StateText text = new StateText(isState);
        text.object(name, component);
        return text.lines;
    }

    /** Sets a count that is hard to come by. */
    public static void set(final Object component, final String field, final long value)
    {
        try
        {
            final Field declared = component.getClass().getDeclaredField(field);
            declared.setAccessible(true);
            declared.setLong(component, value);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new LinkageError("no such field: " + field + " of " + component.getClass(), e);
        }
    }

    private void object(final String path, final Object object)
    {
        if (!seen.add(object))
        {
            return;
        }
        for (final Field field : object.getClass().getDeclaredFields())
        {
            if (!Modifier.isStatic(field.getModifiers()) && isState.test(path + "." + field.getName()))
            {
                field(path + "." + field.getName(), valueOf(field, object));
            }
        }
    }

    private void field(final String path, final Object value)
    {
        if (value instanceof Number || value instanceof Boolean)
        {
            lines.add(path + "=" + value);
        }
        else if (value instanceof Map<?, ?> map)
        {
            lines.add(path + "=" + new TreeMap<>(map));
        }
        else if (value instanceof Slab slab)
        {
            lines.add(path + "=" + bytesOf(slab));
        }
        else if (value instanceof Stateful)
        {
            object(path, value);
        }
        else if (value != null && value.getClass().isArray() && value.getClass().getComponentType().isPrimitive())
        {
            lines.add(path + "=" + hashOf(value));
        }
        else if (value instanceof Record)
        {
            lines.add(path + "=" + value);
        }
    }

    private static Object valueOf(final Field field, final Object object)
    {
        try
        {
            field.setAccessible(true);
            return field.get(object);
        }
        catch (final IllegalAccessException e)
        {
            throw new AssertionError("not readable: " + field, e);
        }
    }

    private static String bytesOf(final Slab slab)
    {
        final byte[] bytes = new byte[(int)slab.capacity()];
        slab.getBytes(0, bytes, 0, bytes.length);
        return bytes.length + " bytes " + Arrays.hashCode(bytes);
    }

    private static String hashOf(final Object array)
    {
        int hash = 1;
        for (int i = 0; i < Array.getLength(array); i++)
        {
            hash = hash * 31 + Array.get(array, i).hashCode();
        }
        return Array.getLength(array) + " elements " + hash;
    }
}
