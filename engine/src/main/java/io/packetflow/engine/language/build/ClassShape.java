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

import java.lang.reflect.Modifier;

import io.packetflow.engine.packet.DirectCall;

/** Cold path. Finds the classes that programs name, and says what of their shape keeps generated code from them. */
final class ClassShape
{
    private ClassShape()
    {
    }

    /**
     * Finds a class; its initialiser does not run.
     *
     * @throws ClassNotFoundException if it is not there or cannot be loaded; the message says why
     */
    static Class<?> find(final String name, final ClassLoader loader) throws ClassNotFoundException
    {
        try
        {
            return Class.forName(name, false, loader);
        }
        catch (final ClassNotFoundException e)
        {
            throw new ClassNotFoundException("there is no class " + name + " on the class path", e);
        }
        catch (final LinkageError e)
        {
            throw new ClassNotFoundException("the class " + name + " cannot be loaded: " + e, e);
        }
    }

    /** Returns what is wrong with a class that is to be called directly, empty if nothing is. */
    static String defect(final Class<?> type, final Class<?> base)
    {
        if (!base.isAssignableFrom(type))
        {
            return "does not " + (base.isInterface() ? "implement " : "extend ") + base.getName();
        }
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers()))
        {
            return "is abstract";
        }
        if (!DirectCall.isPossible(type))
        {
            return Modifier.isFinal(type.getModifiers()) ? "is not public, or lies in a class that is not" :
                "is not final";
        }
        return "";
    }
}
