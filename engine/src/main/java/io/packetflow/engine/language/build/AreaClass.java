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
package io.packetflow.engine.language.build;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.molecule.Area;
import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.RecordLayout;

/** Cold path. Finds the Java class of a packet's area, and holds it against the payload that the packet declares. */
final class AreaClass
{
    private static final String KEY = "area";
    private static final String LAYOUT = "LAYOUT";
    private static final String SHAPE = "a public, final class that extends " + Flyweight.class.getName() +
        ", with a public static final RecordLayout " + LAYOUT + " and a public constructor that takes a Slab";

    private AreaClass()
    {
    }

    /** Finds the class that a packet names; adds what is wrong with it. */
    static Optional<Area> find(
        final String packet, final String name, final ClassLoader loader, final List<Misfit> misfits)
    {
        try
        {
            final Class<?> type = ClassShape.find(name, loader);
            final String defect = ClassShape.defect(type, Flyweight.class);
            if (!defect.isEmpty())
            {
                throw new ClassNotFoundException("the area " + name + " " + defect);
            }
            return Optional.of(of(type.asSubclass(Flyweight.class)));
        }
        catch (final ClassNotFoundException e)
        {
            misfits.add(new Misfit(DiagnosticCode.AREA_SHAPE, packet, KEY, e.getMessage(), SHAPE, ""));
            return Optional.empty();
        }
    }

    private static <F extends Flyweight> Area of(final Class<F> type) throws ClassNotFoundException
    {
        return Area.of(layout(type), type, factory(type));
    }

    private static RecordLayout layout(final Class<?> type) throws ClassNotFoundException
    {
        try
        {
            final Field field = type.getField(LAYOUT);
            final int constant = Modifier.STATIC | Modifier.FINAL;
            if ((field.getModifiers() & constant) == constant && field.get(null) instanceof RecordLayout layout)
            {
                return layout;
            }
        }
        catch (final NoSuchFieldException | IllegalAccessException e)
        {
            throw new ClassNotFoundException("the area " + type.getName() + " has no public " + LAYOUT, e);
        }
        catch (final LinkageError e)
        {
            throw new ClassNotFoundException("the area " + type.getName() + " cannot be initialised: " + e, e);
        }
        throw new ClassNotFoundException("the " + LAYOUT + " of the area " + type.getName() +
            " is no static final RecordLayout");
    }

    private static <F extends Flyweight> Function<Slab, F> factory(final Class<F> type) throws ClassNotFoundException
    {
        final Constructor<F> constructor;
        try
        {
            constructor = type.getConstructor(Slab.class);
        }
        catch (final NoSuchMethodException e)
        {
            throw new ClassNotFoundException(
                "the area " + type.getName() + " has no public constructor that takes a Slab", e);
        }
        return slab ->
        {
            try
            {
                return constructor.newInstance(slab);
            }
            catch (final ReflectiveOperationException e)
            {
                throw new IllegalStateException("the area " + type.getName() + " cannot be made: " + e, e);
            }
        };
    }

    /** Adds what differs between an area and the payload that its packet declares. */
    static void compare(
        final String packet, final RecordLayout declared, final Area area, final List<Misfit> misfits)
    {
        final RecordLayout actual = area.layout();
        if (!declared.fields().equals(actual.fields()))
        {
            final boolean sameFields = declared.fields().size() == actual.fields().size() &&
                declared.fields().stream().allMatch(field -> actual.has(field.name()) &&
                actual.field(field.name()).type() == field.type() &&
                actual.field(field.name()).length() == field.length());
            misfits.add(new Misfit(DiagnosticCode.AREA_LAYOUT, packet, "payload", "the payload of packet " + packet +
                " is laid out as " + declared + ", its area " + area.view().getName() + " as " + actual, "equal fields",
                sameFields ? "the fields only lie at other places: declare them in the order of the area, with " +
                "payload_order: :declared" : ""));
        }
    }
}
