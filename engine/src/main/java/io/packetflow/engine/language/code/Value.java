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

import java.util.ArrayList;
import java.util.List;

/** Cold path. A value as generated code has it: Java expressions, one for each number of which it consists. */
sealed interface Value
{
    /**
     * One number, boolean or atom.
     *
     * @param java expression that may stand anywhere
     */
    record Single(String java) implements Value
    {
        /** Returns whether it may be written several times: a name or a literal. */
        boolean isSimple()
        {
            return java.chars().allMatch(letter -> Character.isLetterOrDigit(letter) || letter == '_' ||
                letter == '-');
        }
    }

    /**
     * Several values: a tuple, a record, a list, a text; of one of several types, the number of the type, then a value
     * for each.
     *
     * @param parts in order
     */
    record Group(List<Value> parts) implements Value
    {
        /** Copies the list. */
        public Group
        {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A payload or an input that is read where it lies.
     *
     * @param name of the packet, or of the input
     */
    record View(String name) implements Value
    {
    }

    /** Returns the single expressions of a value in order; views have none. */
    default List<Single> singles()
    {
        if (this instanceof Single single)
        {
            return List.of(single);
        }
        final List<Single> all = new ArrayList<>();
        if (this instanceof Group group)
        {
            group.parts().forEach(part -> all.addAll(part.singles()));
        }
        return all;
    }
}
