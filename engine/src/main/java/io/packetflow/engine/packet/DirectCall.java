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
package io.packetflow.engine.packet;

import java.lang.reflect.Modifier;

/** Cold path. Whether generated code, which lies in a package of its own, can call a class directly. */
public final class DirectCall
{
    private DirectCall()
    {
    }

    /**
     * Tells whether a class is final, and public together with all classes around it.
     *
     * @param type of a handler, a view or a source
     * @return whether a call of it is direct and allowed
     */
    public static boolean isPossible(final Class<?> type)
    {
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass())
        {
            if (!Modifier.isPublic(outer.getModifiers()))
            {
                return false;
            }
        }
        return Modifier.isFinal(type.getModifiers());
    }
}
