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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.engine.molecule.InstanceKind;

/** Cold path. Collects instances for an {@link InputTable}, one at a time. Not thread-safe. */
final class InputTableBuilder
{
    /** What passes between two instances that carry no time. */
    static final long STEP_NANOS = 1_000;

    private final int strideWords;
    private final ByteBuffer input;
    private long[] words = new long[1 << 10];
    private int count;
    private long lastTimeNanos;

    InputTableBuilder(final List<CheckedInput> inputs)
    {
        final int maxBytes = inputs.stream().mapToInt(declared -> declared.kind().maxInputBytes()).max().orElse(0);
        this.strideWords = InputTable.HEADER_WORDS + maxBytes / Long.BYTES;
        this.input = ByteBuffer.allocate(maxBytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Begins an instance: its input is empty. */
    ByteBuffer begin()
    {
        Arrays.fill(input.array(), (byte)0);
        return input;
    }

    /** Returns whether there is no room for another one. */
    boolean isFull()
    {
        return (long)(count + 1) * strideWords > InputTable.MAX_WORDS;
    }

    int count()
    {
        return count;
    }

    long lastTimeNanos()
    {
        return lastTimeNanos;
    }

    /** Ends an instance that carries no time. */
    void end(final InstanceKind kind, final int length)
    {
        end(kind, length, lastTimeNanos + STEP_NANOS);
    }

    /**
     * Ends an instance.
     *
     * @param kind of it
     * @param length of its input in bytes
     * @param timeNanos logical time, never before that of the instance before
     */
    void end(final InstanceKind kind, final int length, final long timeNanos)
    {
        final int at = count * strideWords;
        if (at + strideWords > words.length)
        {
            words = Arrays.copyOf(words, Math.max(at + strideWords, 2 * words.length));
        }
        words[at] = (long)length << Integer.SIZE | kind.code();
        words[at + 1] = timeNanos;
        for (int word = 0; word < strideWords - InputTable.HEADER_WORDS; word++)
        {
            words[at + InputTable.HEADER_WORDS + word] = input.getLong(word * Long.BYTES);
        }
        lastTimeNanos = timeNanos;
        count++;
    }

    InputTable build()
    {
        return new InputTable(Arrays.copyOf(words, count * strideWords), strideWords, count);
    }
}
