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
package io.packetflow.engine.language.types;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.language.check.CheckedInput;

/** Cold path. What a packet may read of its input: the fields that all kinds which fire it have, of equal types. */
final class InputFields
{
    private InputFields()
    {
    }

    /** Returns the kinds among some inputs, in their order. */
    static List<CheckedInput> of(final List<CheckedInput> inputs, final Optional<Set<String>> kinds)
    {
        return inputs.stream().filter(input -> kinds.isEmpty() || kinds.get().contains(input.name())).toList();
    }

    /** Returns the type of the input. Kinds that the molecule does not declare have no fields. */
    static Type type(final List<CheckedInput> inputs, final Optional<Set<String>> kinds)
    {
        final boolean hasOthers = kinds.isPresent() && kinds.get().stream().anyMatch(kind ->
            inputs.stream().noneMatch(input -> input.name().equals(kind) && input.fields().isPresent()));
        final Map<String, Type> common = new LinkedHashMap<>();
        boolean isFirst = true;
        for (final CheckedInput input : of(inputs, kinds))
        {
            final Map<String, Type> fields = input.fields().map(
                layout -> FieldTypes.of(layout, TypedPacket.INPUT).fields()).orElse(Map.of());
            if (isFirst)
            {
                common.putAll(fields);
            }
            common.entrySet().removeIf(field -> !field.getValue().equals(fields.get(field.getKey())));
            isFirst = false;
        }
        return new Type.Fields(hasOthers ? Map.of() : common, TypedPacket.INPUT);
    }
}
