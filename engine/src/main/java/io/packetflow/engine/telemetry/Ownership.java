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
package io.packetflow.engine.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Cold path. Tells whether a file or directory belongs to this process's user alone. On file systems without POSIX
 * permissions (Windows) only symbolic links are objected to: there the user's own profile directory protects.
 */
public final class Ownership
{
    private static final Path SELF = Path.of("/proc/self");

    /**
     * Why somebody else could have put a file there, or could write to it.
     *
     * @param kind of the objection
     * @param text the cause with the place, without a remedy
     */
    public record Objection(Kind kind, String text)
    {
    }

    /** What is wrong with a place. */
    public enum Kind
    {
        /** It leads to somewhere else. */
        SYMBOLIC_LINK,
        /** Others may read or write it. */
        OPEN_TO_OTHERS,
        /** It is another user's. */
        OF_ANOTHER_USER
    }

    private Ownership()
    {
    }

    /**
     * Examines a place.
     *
     * @param path of a file or directory that exists
     * @param allowed permissions that it may have
     * @return what is wrong with it, empty if it is this user's alone
     * @throws IOException if its attributes cannot be read
     */
    public static Optional<Objection> objection(final Path path, final Set<PosixFilePermission> allowed)
        throws IOException
    {
        if (Files.isSymbolicLink(path))
        {
            return Optional.of(new Objection(Kind.SYMBOLIC_LINK,
                path + " is a symbolic link, which could lead to a file of somebody else"));
        }
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix"))
        {
            return Optional.empty();
        }
        final PosixFileAttributes attributes =
            Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        final UserPrincipal user = thisUser(path);
        if (!attributes.owner().equals(user))
        {
            return Optional.of(new Objection(Kind.OF_ANOTHER_USER,
                path + " belongs to " + attributes.owner() + " and not to " + user));
        }
        final Set<PosixFilePermission> tooMany = EnumSet.noneOf(PosixFilePermission.class);
        tooMany.addAll(attributes.permissions());
        tooMany.removeAll(allowed);
        return tooMany.isEmpty() ? Optional.empty() : Optional.of(new Objection(Kind.OPEN_TO_OTHERS,
            path + " is open to others (" + PosixFilePermissions.toString(attributes.permissions()) + ")"));
    }

    private static UserPrincipal thisUser(final Path path) throws IOException
    {
        return Files.exists(SELF) ? Files.getOwner(SELF) :
            path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name"));
    }
}
