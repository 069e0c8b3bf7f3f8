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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/** Cold path. Transparent huge pages of Linux: {@code madvise(2)} with {@code MADV_HUGEPAGE}, and {@code smaps}. */
final class LinuxHugePages implements HugePageHost
{
    private static final int MADV_HUGEPAGE = 14;
    private static final Path ENABLED = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
    private static final Path SMAPS = Path.of("/proc/self/smaps");

    private final Path enabled;
    private final Path smaps;

    LinuxHugePages()
    {
        this(ENABLED, SMAPS);
    }

    LinuxHugePages(final Path enabled, final Path smaps)
    {
        this.enabled = enabled;
        this.smaps = smaps;
    }

    @Override
    public String advise(final long address, final long length)
    {
        final String hostRefusal = hostRefusal();
        if (hostRefusal != null)
        {
            return hostRefusal;
        }
        try
        {
            final Function madvise = NativeLibrary.getInstance("c").getFunction("madvise");
            final int result = madvise.invokeInt(new Object[]{ new Pointer(address), length, MADV_HUGEPAGE });
            return result == 0 ? null : "madvise failed, errno " + Native.getLastError();
        }
        catch (final RuntimeException | UnsatisfiedLinkError e)
        {
            return "madvise is not available: " + e.getMessage();
        }
    }

    @Override
    public long backedBytes(final List<Arena.Block> blocks)
    {
        try
        {
            // Names of mapped files may be in any encoding: Latin 1 reads all of them.
            return SmapsReader.backedBytes(Files.readAllLines(smaps, StandardCharsets.ISO_8859_1), blocks);
        }
        catch (final IOException e)
        {
            // Not Linux, or a container that hides its mappings.
            return HugePageReport.UNKNOWN;
        }
    }

    private String hostRefusal()
    {
        if (!Files.isReadable(enabled))
        {
            return enabled + " cannot be read, so this host grants no transparent huge pages";
        }
        try
        {
            return Files.readString(enabled).contains("[never]") ? enabled + " says never" : null;
        }
        catch (final IOException e)
        {
            return enabled + " cannot be read: " + e.getMessage();
        }
    }
}
