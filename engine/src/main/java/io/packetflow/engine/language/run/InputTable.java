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
package io.packetflow.engine.language.run;

/**
 * Cold path. Instances in memory, in the order in which they are sent. Each takes the same number of words: kind and
 * length of the input (low and high half), logical time in nanoseconds, the input. Immutable.
 */
public final class InputTable
{
    /** Words in front of an input. */
    static final int HEADER_WORDS = 2;
    /** As many as an array of Java and a sensible heap hold: 1 GiB. */
    static final int MAX_WORDS = 1 << 27;

    private final long[] words;
    private final int strideWords;
    private final int count;

    InputTable(final long[] words, final int strideWords, final int count)
    {
        this.words = words;
        this.strideWords = strideWords;
        this.count = count;
    }

    /** Returns how many instances there are. */
    public int count()
    {
        return count;
    }

    /** Returns the words themselves, for the source, which only reads them. */
    long[] words()
    {
        return words;
    }

    int strideWords()
    {
        return strideWords;
    }

    /** Returns the logical time from the first instance to where a second pass over all begins. */
    long spanNanos()
    {
        return count == 0 ? 0 : words[(count - 1) * strideWords + 1] - words[1] + InputTableBuilder.STEP_NANOS;
    }
}
