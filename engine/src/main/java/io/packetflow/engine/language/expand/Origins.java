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
package io.packetflow.engine.language.expand;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;

/**
 * Cold path. Which places of a program hold the code of a macro. Code that a macro gives stands where its call stands;
 * what the caller wrote as an argument keeps its own place.
 */
public final class Origins
{
    private record Place(SourceFile source, Span span)
    {
    }

    private final Map<Place, MacroTemplate> macros = new HashMap<>();

    Origins()
    {
    }

    void add(final SourceFile source, final Span call, final MacroTemplate macro)
    {
        macros.put(new Place(source, call), macro);
    }

    /**
     * Says where the code at a place comes from.
     *
     * @param source in which the place is
     * @param span of the code
     * @return words for the end of a message, if a macro gives the code
     */
    public Optional<String> of(final SourceFile source, final Span span)
    {
        return Optional.ofNullable(macros.get(new Place(source, span)))
            .map(macro -> "in the code that macro " + macro + " gives");
    }
}
