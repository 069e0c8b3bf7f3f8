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
package io.packetflow.engine.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Cold path. Standard output that remembers why something could not be written to it. Writers swallow that, and a
 * result that nobody got would look like success.
 */
final class ResultStream extends OutputStream
{
    private final OutputStream stream;
    private IOException failure;

    ResultStream(final OutputStream stream)
    {
        this.stream = stream;
    }

    /** Returns the standard output of this process. */
    static ResultStream standard()
    {
        return new ResultStream(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(final int oneByte) throws IOException
    {
        write(new byte[]{(byte)oneByte}, 0, 1);
    }

    @Override
    public void write(final byte[] bytes, final int offset, final int length) throws IOException
    {
        try
        {
            stream.write(bytes, offset, length);
        }
        catch (final IOException e)
        {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** Returns what was the first to go wrong, or null; a reader who left early, as {@code head} does, is not. */
    IOException failure()
    {
        return failure != null && isReaderGone() ? null : failure;
    }

    private boolean isReaderGone()
    {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
