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
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.packet.HandlerFactory;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;

/**
 * Cold path. A Java class of a packet's code, and what makes handlers of it.
 *
 * @param type of the handlers
 * @param factory calls its constructor
 * @param <H> type of the handlers
 */
record HandlerClass<H extends PacketHandler>(Class<H> type, HandlerFactory<H> factory)
{
    private static final String KEY = "handler";
    private static final String SHAPE =
        "a class that is public, final, not abstract, in public classes only, and implements " +
        PacketHandler.class.getName();

    /** Finds the class that a packet names; adds what is wrong with it. */
    static Optional<HandlerClass<?>> find(
        final String packet, final String name, final ProgramHost host, final List<Misfit> misfits)
    {
        final Class<?> type;
        try
        {
            type = ClassShape.find(name, host.loader());
        }
        catch (final ClassNotFoundException e)
        {
            misfits.add(new Misfit(DiagnosticCode.HANDLER_NOT_FOUND, packet, KEY, e.getMessage(), "",
                "correct the name, or put its jar on the class path"));
            return Optional.empty();
        }
        final String defect = ClassShape.defect(type, PacketHandler.class);
        if (!defect.isEmpty())
        {
            misfits.add(new Misfit(DiagnosticCode.HANDLER_SHAPE, packet, KEY, "the handler " + name + " " + defect,
                SHAPE, ""));
            return Optional.empty();
        }
        return of(packet, type.asSubclass(PacketHandler.class), host, misfits);
    }

    private static <H extends PacketHandler> Optional<HandlerClass<?>> of(
        final String packet, final Class<H> type, final ProgramHost host, final List<Misfit> misfits)
    {
        final List<Constructor<?>> candidates = new ArrayList<>();
        for (final Constructor<?> constructor : type.getConstructors())
        {
            if (isCallable(constructor, host))
            {
                candidates.add(constructor);
            }
        }
        final int most = candidates.stream().mapToInt(Constructor::getParameterCount).max().orElse(-1);
        candidates.removeIf(constructor -> constructor.getParameterCount() < most);
        if (candidates.size() != 1)
        {
            misfits.add(new Misfit(DiagnosticCode.HANDLER_CONSTRUCTOR, packet, KEY, "the handler " + type.getName() +
                (candidates.isEmpty() ? " has no public constructor that can be called here: it has " +
                Arrays.toString(type.getConstructors()) : " has several constructors that can be called here: " +
                candidates), expected(host), ""));
            return Optional.empty();
        }
        final Constructor<?> constructor = candidates.get(0);
        return Optional.of(new HandlerClass<>(type, context -> type.cast(make(constructor, context, host))));
    }

    private static String expected(final ProgramHost host)
    {
        final List<String> objects = host.objectTypes();
        return "one that takes nothing or a PacketContext" + (objects.isEmpty() ? "" :
            ", behind it perhaps objects of " + String.join(", ", objects));
    }

    private static boolean isCallable(final Constructor<?> constructor, final ProgramHost host)
    {
        final Class<?>[] types = constructor.getParameterTypes();
        for (int i = 0; i < types.length; i++)
        {
            if (i == 0 ? types[i] != PacketContext.class : host.object(types[i]).isEmpty())
            {
                return false;
            }
        }
        return true;
    }

    private static Object make(final Constructor<?> constructor, final PacketContext context, final ProgramHost host)
    {
        final Class<?>[] types = constructor.getParameterTypes();
        final Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++)
        {
            arguments[i] = i == 0 ? context : host.object(types[i]).orElseThrow();
        }
        try
        {
            return constructor.newInstance(arguments);
        }
        catch (final InvocationTargetException e)
        {
            if (e.getCause() instanceof RuntimeException failure)
            {
                throw failure;
            }
            throw failed(constructor, e.getCause());
        }
        catch (final ReflectiveOperationException e)
        {
            throw failed(constructor, e);
        }
    }

    private static IllegalStateException failed(final Constructor<?> constructor, final Throwable cause)
    {
        return new IllegalStateException(
            "the handler " + constructor.getDeclaringClass().getName() + " cannot be made: " + cause, cause);
    }
}
