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
package io.packetflow.engine.codegen;

/** Cold path. FNV-1a over the characters of texts, 64 bits: tells sources and class paths apart, protects nothing. */
final class TextHash
{
    /** Hash of no text. */
    static final long EMPTY = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private TextHash()
    {
    }

    /**
     * Goes on with a hash.
     *
     * @param hash of what came before, {@link #EMPTY} at the beginning
     * @param text that follows
     * @return hash of both
     */
    static long add(final long hash, final String text)
    {
        long result = hash;
        for (int i = 0; i < text.length(); i++)
        {
            result = (result ^ text.charAt(i)) * PRIME;
        }
        return result;
    }

    /** Returns 16 hexadecimal digits. */
    static String digits(final long hash)
    {
        return String.format("%016x", hash);
    }
}
