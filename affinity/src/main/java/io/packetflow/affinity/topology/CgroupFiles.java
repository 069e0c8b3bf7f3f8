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
package io.packetflow.affinity.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cold path. Finds the files of the own cgroup: version 2, hybrid or version 1, looking upwards from the cgroup that
 * {@code /proc/self/cgroup} names, because a controller may be enabled only further up, and because a container may
 * see its own cgroup as the root of the mount.
 */
final class CgroupFiles
{
    private final HostFiles files;
    private final HostFiles.Reading membership;

    CgroupFiles(final HostFiles files)
    {
        this.files = files;
        this.membership = files.read("proc/self/cgroup");
    }

    /**
     * Returns the nearest non-empty file of a controller, or a reading that says why there is none.
     *
     * @param controller name in version 1, {@code cpuset} for example
     * @param unifiedName of the file in version 2
     * @param legacyNames of the file in version 1, best first
     * @return the reading
     */
    HostFiles.Reading nearest(final String controller, final String unifiedName, final String... legacyNames)
    {
        if (membership.text().isEmpty())
        {
            return membership;
        }
        for (final String candidate : candidates(controller, unifiedName, legacyNames))
        {
            final HostFiles.Reading reading = files.read(candidate);
            if (reading.text().isPresent() && !reading.text().get().isEmpty())
            {
                return reading;
            }
        }
        return new HostFiles.Reading(membership.file(), Optional.empty(),
            "no " + unifiedName + " for the cgroup in " + membership.file());
    }

    private List<String> candidates(final String controller, final String unifiedName, final String... legacyNames)
    {
        final List<String> lines = membership.text().orElseThrow().lines().toList();
        final List<String> candidates = new ArrayList<>();
        for (final String line : lines)
        {
            final String[] fields = line.split(":", 3);
            if (fields.length == 3 && List.of(fields[1].split(",", -1)).contains(controller))
            {
                addUpwards(candidates, "sys/fs/cgroup/" + controller, fields[2], legacyNames);
                addUpwards(candidates, "sys/fs/cgroup/" + fields[1], fields[2], legacyNames);
            }
        }
        for (final String line : lines)
        {
            if (line.startsWith("0::"))
            {
                addUpwards(candidates, "sys/fs/cgroup", line.substring(3), unifiedName);
                addUpwards(candidates, "sys/fs/cgroup/unified", line.substring(3), unifiedName);
            }
        }
        return candidates;
    }

    private static void addUpwards(
        final List<String> candidates, final String mount, final String group, final String... names)
    {
        // A cgroup outside of the own namespace is written with dots; only the mount itself is ours to read.
        String path = group.contains("..") || group.equals("/") ? "" : group;
        while (true)
        {
            for (final String name : names)
            {
                candidates.add(mount + path + "/" + name);
            }
            if (path.isEmpty())
            {
                return;
            }
            path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
    }
}
