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
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.telemetry.Ownership;
import io.packetflow.engine.telemetry.PrivateFiles;

/** Cold path. Refuses files and directories of the control file that do not belong to this process's user alone. */
final class OwnerOnly
{
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
        try
        {
            final Optional<Ownership.Objection> objection = Ownership.objection(path, allowed);
            if (objection.isPresent())
            {
                throw new ControlException(
                    objection.get().text() + remedy(objection.get().kind(), path, allowed));
            }
        }
        catch (final IOException e)
        {
            throw new ControlException("cannot tell whose " + path + " is: " + e, e);
        }
    }

    private static String remedy(
        final Ownership.Kind kind, final Path path, final Set<PosixFilePermission> allowed)
    {
        return switch (kind)
        {
            case SYMBOLIC_LINK -> "; name the place itself in packetflow.control.dir";
            case OF_ANOTHER_USER -> "; run the command as the user of the engine, or set packetflow.control.dir";
            case OPEN_TO_OTHERS -> ", and whoever writes there commands the engine; name a directory of your own in " +
                "packetflow.control.dir, or, if this one serves nothing else: chmod " +
                (allowed == PrivateFiles.DIRECTORY ? "700 " : "600 ") + path;
        };
    }
}
