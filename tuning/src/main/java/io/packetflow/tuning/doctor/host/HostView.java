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
package io.packetflow.tuning.doctor.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Cold path. The files of one host under a root: the host itself, or a directory that was captured from one. Every
 * check reads through here. A file that is missing or must not be read is an answer, never an exception; each file
 * that was asked for is remembered as evidence. Owned by one thread.
 */
public final class HostView
{
    private static final int LIMIT_BYTES = 1 << 22;
    private static final String GZIP = ".gz";

    private final Path root;
    private final boolean live;
    private final Map<String, HostText> readings = new LinkedHashMap<>();
    private List<Task> tasks;
    private Map<String, HostText> evidence = new LinkedHashMap<>();

    /**
     * Looks at a host.
     *
     * @param root {@code /} for this host, or a directory with {@code sys} and {@code proc} of another
     */
    public HostView(final Path root)
    {
        this.root = root.toAbsolutePath().normalize();
        this.live = this.root.equals(this.root.getRoot());
    }

    /** @return where the files are */
    public Path root()
    {
        return root;
    }

    /** @return whether this is the host on which the program runs, and not a captured one */
    public boolean isLive()
    {
        return live;
    }

    /** @return this host, in words */
    public String name()
    {
        return live ? "this host" : "the host captured in " + root;
    }

    /**
     * Reads a small text file; one that ends with {@code .gz} is unpacked. Reads each file once.
     *
     * @param path without a leading slash
     * @return what it says
     */
    public HostText read(final String path)
    {
        final HostText reading = readings.computeIfAbsent(path, this::readFile);
        evidence.put(path, reading);
        return reading;
    }

    /**
     * Reads a file again, which counts something and so changes.
     *
     * @param path without a leading slash
     * @return what it says now
     */
    public HostText readAgain(final String path)
    {
        readings.remove(path);
        return read(path);
    }

    /**
     * Reads the number that a device answers in four bytes, the lowest first, as {@code /dev/cpu_dma_latency} does.
     *
     * @param path without a leading slash
     * @return the number as text
     */
    public HostText readBinaryInt(final String path)
    {
        final HostText reading = readings.computeIfAbsent(path, this::readInt);
        evidence.put(path, reading);
        return reading;
    }

    private HostText readInt(final String path)
    {
        final String name = "/" + path;
        try (InputStream in = Files.newInputStream(root.resolve(path)))
        {
            final byte[] bytes = in.readNBytes(Integer.BYTES);
            return bytes.length < Integer.BYTES ?
                new HostText(name, HostText.State.BROKEN, "", name + " answers " + bytes.length + " bytes of 4") :
                new HostText(name, HostText.State.READ, String.valueOf(
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt()), "");
        }
        catch (final IOException | UncheckedIOException | InvalidPathException e)
        {
            return silent(name, e);
        }
    }

    /**
     * Reads a register of a processor through {@code /dev/cpu/N/msr}, which needs the module {@code msr} and root.
     *
     * @param cpu      whose
     * @param register its number
     * @return the value as text
     */
    public HostText readMachineRegister(final int cpu, final int register)
    {
        final String path = "dev/cpu/" + cpu + "/msr";
        final String name = "/" + path;
        HostText reading;
        try (SeekableByteChannel channel = Files.newByteChannel(root.resolve(path)))
        {
            final ByteBuffer value = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(register).read(value);
            reading = value.hasRemaining() ?
                new HostText(name, HostText.State.BROKEN, "", name + " answers too little") :
                new HostText(name, HostText.State.READ, String.valueOf(value.getLong(0)), "");
        }
        catch (final IOException | UncheckedIOException | InvalidPathException e)
        {
            reading = silent(name, e);
        }
        evidence.put(path, reading);
        return reading;
    }

    private HostText readFile(final String path)
    {
        final String name = "/" + path;
        try (InputStream file = Files.newInputStream(root.resolve(path));
            InputStream in = path.endsWith(GZIP) ? new GZIPInputStream(file) : file)
        {
            final String text = new String(in.readNBytes(LIMIT_BYTES), StandardCharsets.UTF_8);
            return new HostText(name, HostText.State.READ, text.strip(), "");
        }
        catch (final IOException | UncheckedIOException | InvalidPathException e)
        {
            return silent(name, e);
        }
    }

    private HostText silent(final String name, final Exception e)
    {
        if (e instanceof NoSuchFileException)
        {
            return new HostText(name, HostText.State.ABSENT, "", "no " + name + (live ? "" : " in the capture"));
        }
        if (e instanceof AccessDeniedException)
        {
            return denied(name);
        }
        final String message = String.valueOf(e.getMessage());
        // Opening may pass and reading be refused: kernel files check what a process may do when they are read.
        if (message.contains("Operation not permitted") || message.contains("Permission denied"))
        {
            return denied(name);
        }
        if (message.contains("Not a directory"))
        {
            return new HostText(name, HostText.State.ABSENT, "", "no " + name);
        }
        return new HostText(name, HostText.State.BROKEN, "", "cannot read " + name + ": " + message);
    }

    private static HostText denied(final String name)
    {
        return new HostText(name, HostText.State.DENIED, "",
            "no permission to read " + name + " as user " + System.getProperty("user.name") + "; run it as root");
    }

    /**
     * Lists a directory.
     *
     * @param path without a leading slash
     * @return names of its entries, sorted; empty where there is no such directory or it must not be listed
     */
    public List<String> list(final String path)
    {
        try (Stream<Path> entries = Files.list(root.resolve(path)))
        {
            final List<String> names = entries.map(entry -> entry.getFileName().toString()).sorted().toList();
            note(path, HostText.State.READ, names.size() + " entries", "");
            return names;
        }
        catch (final NoSuchFileException | NotDirectoryException e)
        {
            note(path, HostText.State.ABSENT, "", "no /" + path);
        }
        catch (final AccessDeniedException e)
        {
            note(path, HostText.State.DENIED, "", denied("/" + path).note());
        }
        catch (final IOException | UncheckedIOException | InvalidPathException e)
        {
            note(path, HostText.State.BROKEN, "", "cannot list /" + path + ": " + e.getMessage());
        }
        return List.of();
    }

    private void note(final String path, final HostText.State state, final String text, final String note)
    {
        evidence.put(path, new HostText("/" + path, state, text, note));
    }

    /**
     * Asks for a file or directory.
     *
     * @param path without a leading slash
     * @return whether it is there
     */
    public boolean exists(final String path)
    {
        final boolean there = Files.exists(root.resolve(path)) ||
            Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
        if (!evidence.containsKey(path))
        {
            note(path, there ? HostText.State.READ : HostText.State.ABSENT, there ? "is there" : "",
                there ? "" : "no /" + path);
        }
        return there;
    }

    /** @return the processes of the host by their ids, ascending; empty where {@code /proc} has none */
    public List<Long> processes()
    {
        return list("proc").stream().filter(name -> name.matches("[0-9]{1,9}")).map(Long::valueOf).sorted().toList();
    }

    /** @return the threads of all processes, as they were when they were first asked for */
    public List<Task> tasks()
    {
        if (tasks == null)
        {
            tasks = Task.all(this);
        }
        note("proc/PID/task/TID/stat", HostText.State.READ, tasks.size() + " threads", "");
        return tasks;
    }

    /** @return what was asked for since the last call, each path once */
    public Collection<HostText> takeEvidence()
    {
        final Map<String, HostText> taken = evidence;
        evidence = new LinkedHashMap<>();
        return taken.values();
    }
}
