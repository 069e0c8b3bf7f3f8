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
package io.packetflow.engine.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;

import io.packetflow.engine.telemetry.PrivateFiles;

/**
 * Cold path. Refuses files and directories that do not belong to this process's user alone. On file systems without
 * POSIX permissions (Windows) only symbolic links are refused: there the user's own profile directory protects.
 */
final class OwnerOnly
{
    private static final Path SELF = Path.of("/proc/self");

    private OwnerOnly()
    {
    }

    /**
     * Refuses what somebody else could have put there or could write to.
     *
     * @param path of a file or directory that exists
     * @param allowed permissions that it may have
     * @throws ControlException that says what is wrong and how to put it right
     */
    static void require(final Path path, final Set<PosixFilePermission> allowed)
    {
        if (Files.isSymbolicLink(path))
        {
            throw new ControlException(path + " is a symbolic link, which could lead to a file of somebody else; " +
                "name the place itself in packetflow.control.dir");
        }
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix"))
        {
            return;
        }
        try
        {
            final PosixFileAttributes attributes =
                Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            requireOwner(path, attributes.owner());
            final Set<PosixFilePermission> tooMany = EnumSet.noneOf(PosixFilePermission.class);
            tooMany.addAll(attributes.permissions());
            tooMany.removeAll(allowed);
            if (!tooMany.isEmpty())
            {
                throw new ControlException(path + " is open to others (" +
                    PosixFilePermissions.toString(attributes.permissions()) + "), and whoever writes there commands " +
                    "the engine; name a directory of your own in packetflow.control.dir, or, if this one serves " +
                    "nothing else: chmod " + (allowed == PrivateFiles.DIRECTORY ? "700 " : "600 ") + path);
            }
        }
        catch (final IOException e)
        {
            throw new ControlException("cannot tell whose " + path + " is: " + e, e);
        }
    }

    private static void requireOwner(final Path path, final UserPrincipal owner) throws IOException
    {
        final UserPrincipal user = Files.exists(SELF) ? Files.getOwner(SELF) :
            path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name"));
        if (!owner.equals(user))
        {
            throw new ControlException(path + " belongs to " + owner + " and not to " + user +
                "; run the command as the user of the engine, or set packetflow.control.dir");
        }
    }
}
