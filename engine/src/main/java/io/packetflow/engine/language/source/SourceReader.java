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

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. Reads program text: UTF-8, strictly, with or without a byte order mark, at most {@link #MAX_BYTES}. What
 * is not UTF-8 becomes a replacement character and a {@link SourceDefect}, so that the rest can still be examined.
 */
public final class SourceReader
{
    /** Largest source file in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int MAX_DEFECTS = 20;
    private static final char REPLACEMENT = '\uFFFD';
    private static final String SAVE_AS_UTF8 = "save the file as UTF-8";

    private SourceReader()
    {
    }

    /**
     * Reads a file.
     *
     * @param file to read; its name in messages is the path as given
     * @return the source, with its defects
     * @throws IOException if the file cannot be read
     */
    public static SourceFile read(final Path file) throws IOException
    {
        try (InputStream stream = Files.newInputStream(file))
        {
            return decode(file.toString(), file, stream.readNBytes(MAX_BYTES + 1));
        }
    }

    /**
     * Reads a stream to its end.
     *
     * @param name for messages
     * @param stream to read
     * @return the source, with its defects
     * @throws IOException if the stream cannot be read
     */
    public static SourceFile read(final String name, final InputStream stream) throws IOException
    {
        return decode(name, null, stream.readNBytes(MAX_BYTES + 1));
    }

    /**
     * Decodes bytes.
     *
     * @param name for messages
     * @param bytes of the source
     * @return the source, with its defects
     */
    public static SourceFile decode(final String name, final byte[] bytes)
    {
        return decode(name, null, bytes);
    }

    private static SourceFile decode(final String name, final Path path, final byte[] bytes)
    {
        if (bytes.length > MAX_BYTES)
        {
            return new SourceFile(name, path, "", List.of(new SourceDefect(SourceDefect.Kind.TOO_LARGE, bytes.length,
                Span.NONE, "split it, and import the parts")));
        }
        final ByteBuffer in = ByteBuffer.wrap(bytes);
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF))
        {
            in.position(3);
        }
        final List<SourceDefect> defects = new ArrayList<>();
        return new SourceFile(name, path, decode(in, remedy(bytes), defects), defects);
    }

    private static String decode(final ByteBuffer in, final String remedy, final List<SourceDefect> defects)
    {
        final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        // A byte makes at most one UTF-16 unit, a defect included.
        final CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError())
        {
            if (defects.size() < MAX_DEFECTS)
            {
                defects.add(new SourceDefect(SourceDefect.Kind.NOT_UTF8, in.position(),
                    new Span(out.position(), out.position() + 1), remedy));
            }
            in.position(in.position() + result.length());
            out.put(REPLACEMENT);
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }

    private static String remedy(final byte[] bytes)
    {
        final boolean isUtf16 = startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF);
        return isUtf16 ? "the file begins as UTF-16 does; " + SAVE_AS_UTF8 : SAVE_AS_UTF8;
    }

    private static boolean startsWith(final byte[] bytes, final int... prefix)
    {
        boolean does = bytes.length >= prefix.length;
        for (int i = 0; does && i < prefix.length; i++)
        {
            does = (bytes[i] & 0xFF) == prefix[i];
        }
        return does;
    }
}
