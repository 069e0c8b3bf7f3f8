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
package io.packetflow.engine.cli.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * Cold path. Writes a file so that whoever reads it sees the old text or the new one, and nothing between. The file
 * keeps its mode; a link stays a link.
 */
final class FileReplacement
{
    private FileReplacement()
    {
    }

    static void replace(final Path file, final String text) throws IOException
    {
        final Path target = file.toRealPath();
        final Path begun = Files.createTempFile(target.toAbsolutePath().getParent(), ".packetflow-fmt-", ".tmp");
        try
        {
            Files.writeString(begun, text);
            final PosixFileAttributeView mode = Files.getFileAttributeView(begun, PosixFileAttributeView.class);
            if (mode != null)
            {
                mode.setPermissions(Files.getPosixFilePermissions(target));
            }
            Files.move(begun, target, StandardCopyOption.ATOMIC_MOVE);
        }
        finally
        {
            Files.deleteIfExists(begun);
        }
    }
}
