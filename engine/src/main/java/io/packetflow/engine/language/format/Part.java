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
package io.packetflow.engine.language.format;

import io.packetflow.engine.language.source.Span;

/**
 * Cold path. What stands on a line, or several, of its own: an element of a list, a statement, a definition.
 *
 * @param span of it in the source
 * @param separator behind it, if it is not the last
 * @param isTall whether it is set off by empty lines
 * @param printer that writes it on the current line and those that follow
 */
record Part(Span span, String separator, boolean isTall, Printer printer)
{
    /** Writes a part. */
    @FunctionalInterface
    interface Printer
    {
        /**
         * Writes.
         *
         * @param indent of the line that it begins on
         * @param suffix columns that must stay free behind it
         */
        void print(int indent, int suffix);
    }

    Part(final Span span, final String separator, final Printer printer)
    {
        this(span, separator, false, printer);
    }
}
