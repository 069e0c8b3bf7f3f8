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
package io.packetflow.layout.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/** Cold path. Asks the kernel for transparent huge pages ({@code madvise(2)}, {@code MADV_HUGEPAGE}). */
final class HugePageAdvice
{
    private static final int MADV_HUGEPAGE = 14;
    private static final Path ENABLED = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    private HugePageAdvice()
    {
    }

    /**
     * Advises a range.
     *
     * @param address of the first byte, a multiple of the huge page's size
     * @param length in bytes
     * @return null if the kernel will use huge pages there, else why not
     */
    static String advise(final long address, final long length)
    {
        final String hostRefusal = hostRefusal();
        if (hostRefusal != null)
        {
            return hostRefusal;
        }
        try
        {
            final Function madvise = NativeLibrary.getInstance("c").getFunction("madvise", Function.THROW_LAST_ERROR);
            final int result = madvise.invokeInt(new Object[]{ new Pointer(address), length, MADV_HUGEPAGE });
            return result == 0 ? null : "madvise failed, errno " + Native.getLastError();
        }
        catch (final RuntimeException | UnsatisfiedLinkError e)
        {
            return "madvise is not available: " + e.getMessage();
        }
    }

    private static String hostRefusal()
    {
        if (!Files.isReadable(ENABLED))
        {
            return ENABLED + " cannot be read, so this host grants no transparent huge pages";
        }
        try
        {
            return Files.readString(ENABLED).contains("[never]") ? ENABLED + " says never" : null;
        }
        catch (final IOException e)
        {
            return ENABLED + " cannot be read: " + e.getMessage();
        }
    }
}
