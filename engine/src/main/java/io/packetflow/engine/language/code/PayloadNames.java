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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.packetflow.layout.record.Field;
import io.packetflow.layout.record.RecordLayout;

/** Cold path. What the accessors of a record's fields are called in Java. */
final class PayloadNames
{
    /** Methods that every flyweight of a payload has already. */
    private static final Set<String> INHERITED = Set.of("clear", "wrap", "offset", "int8", "int16", "int32", "int64",
        "uint16BigEndian", "int32BigEndian", "int64BigEndian", "slab", "equals", "hashCode", "toString", "getClass",
        "notify", "notifyAll", "wait", "clone", "finalize");

    private PayloadNames()
    {
    }

    /** Returns the names by field, in order of the layout. */
    static Map<String, String> of(final RecordLayout layout)
    {
        final JavaNames names = new JavaNames(INHERITED);
        final Map<String, String> result = new LinkedHashMap<>();
        for (final Field field : layout.fields())
        {
            result.put(field.name(), names.claim(field.name()));
        }
        return result;
    }
}
