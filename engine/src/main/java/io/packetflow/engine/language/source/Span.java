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
package io.packetflow.engine.language.source;

/**
 * Cold path. A piece of a source file.
 *
 * @param start offset of its first character (UTF-16), 0 or more
 * @param end offset behind its last character, not before the start
 */
public record Span(int start, int end)
{
    /** What stands nowhere: the span of a node that was built and not read. */
    public static final Span NONE = new Span(0, 0);

    /** Checks the order. */
    public Span
    {
        if (start < 0 || end < start)
        {
            throw new IllegalArgumentException("a span ends where it starts or later: start=" + start + " end=" + end);
        }
    }

    /**
     * Returns the span from the start of this one to the end of another.
     *
     * @param last span that ends no earlier than this one starts
     * @return the span over both
     */
    public Span to(final Span last)
    {
        return new Span(start, last.end);
    }

    /** Returns how many characters it holds. */
    public int length()
    {
        return end - start;
    }
}
