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
package io.packetflow.ringbuffers.journal.storage.simulated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Cold path. The names of a simulated disk, as the kernel has them and as the disk has them. A change is on the disk
 * once its directory was synced; before, each change by itself may survive a crash or not.
 */
final class Names
{
    /** Stands for a directory. */
    private static final Inode DIRECTORY = new Inode(0);

    private final TreeMap<String, Inode> current = new TreeMap<>();
    private final TreeMap<String, Inode> disk = new TreeMap<>();
    private final List<Change> pending = new ArrayList<>();

    boolean contains(final String path)
    {
        return path.isEmpty() || current.containsKey(path);
    }

    boolean isDirectory(final String path)
    {
        return path.isEmpty() || current.get(path) == DIRECTORY;
    }

    /** Returns the file of a name, null if there is none or it is a directory. */
    Inode file(final String path)
    {
        final Inode inode = current.get(path);
        return inode == DIRECTORY ? null : inode;
    }

    Iterable<Inode> files()
    {
        return current.values().stream().filter(inode -> inode != DIRECTORY).toList();
    }

    List<String> list(final String directory)
    {
        final List<String> names = new ArrayList<>();
        for (final String path : current.keySet())
        {
            if (parent(path).equals(directory))
            {
                names.add(path.substring(path.lastIndexOf('/') + 1));
            }
        }
        return names;
    }

    void addDirectory(final String path)
    {
        change(new Change(path, "", DIRECTORY));
    }

    void addFile(final String path, final Inode inode)
    {
        change(new Change(path, "", inode));
    }

    void rename(final String from, final String to)
    {
        change(new Change(to, from, null));
    }

    void delete(final String path)
    {
        change(new Change("", path, null));
    }

    private void change(final Change change)
    {
        change.applyTo(current);
        pending.add(change);
    }

    void sync(final String directory)
    {
        final Iterator<Change> changes = pending.iterator();
        while (changes.hasNext())
        {
            final Change change = changes.next();
            if (change.directory().equals(directory))
            {
                change.applyTo(disk);
                changes.remove();
            }
        }
    }

    Names afterCrash(final SplittableRandom random)
    {
        final TreeMap<String, Inode> survivors = new TreeMap<>(disk);
        for (final Change change : pending)
        {
            if (random.nextBoolean())
            {
                change.applyTo(survivors);
            }
        }
        survivors.keySet().removeIf(path -> !parent(path).isEmpty() && !survivors.containsKey(parent(path)));
        final Names left = new Names();
        final Function<Inode, Inode> crashed = once(inode -> inode.afterCrash(random));
        survivors.forEach((path, inode) -> left.current.put(path, crashed.apply(inode)));
        left.disk.putAll(left.current);
        return left;
    }

    Names afterProcessDeath()
    {
        final Names left = new Names();
        final Function<Inode, Inode> kept = once(Inode::afterProcessDeath);
        current.forEach((path, inode) -> left.current.put(path, kept.apply(inode)));
        disk.forEach((path, inode) -> left.disk.put(path, kept.apply(inode)));
        pending.forEach(change -> left.pending.add(new Change(
            change.added(), change.removed(), change.inode() == null ? null : kept.apply(change.inode()))));
        return left;
    }

    /** The same file has several names here; it is one file afterwards too. */
    private static Function<Inode, Inode> once(final Function<Inode, Inode> make)
    {
        final Map<Inode, Inode> made = new HashMap<>();
        return inode -> inode == DIRECTORY ? DIRECTORY : made.computeIfAbsent(inode, make);
    }

    static String parent(final String path)
    {
        final int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** A name added (with its file, or that of the removed name) or removed, or both at once; in one directory. */
    private record Change(String added, String removed, Inode inode)
    {
        String directory()
        {
            return parent(added.isEmpty() ? removed : added);
        }

        void applyTo(final Map<String, Inode> names)
        {
            final Inode former = removed.isEmpty() ? inode : names.remove(removed);
            if (!added.isEmpty() && former != null)
            {
                names.put(added, former);
            }
        }
    }
}
