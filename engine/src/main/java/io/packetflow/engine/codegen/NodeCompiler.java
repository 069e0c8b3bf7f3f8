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
package io.packetflow.engine.codegen;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.Consumer;

import io.packetflow.engine.reactor.NodeProgram;

/**
 * Makes classes of generated sources: those that were compiled ahead of time are found on the class path by their
 * name, which carries the hash of their source, those that an earlier run compiled in a {@link ClassCache}; the others
 * are compiled in memory.
 */
public final class NodeCompiler
{
    private ClassLoader parent;
    private final SourceCompiler compiler;
    private final Set<String> classPath = new LinkedHashSet<>();
    private Optional<ClassCache> cache = Optional.empty();

    /**
     * Makes a compiler.
     *
     * @param referenced classes that the sources name, handlers and sources of the user above all; their loaders must
     *                   see the engine
     */
    public NodeCompiler(final List<Class<?>> referenced)
    {
        this(referenced, NodeCompiler::compileHere);
    }

    /** Makes a compiler; what compiles is asked only where there is something to compile. */
    NodeCompiler(final List<Class<?>> referenced, final SourceCompiler compiler)
    {
        this.compiler = compiler;
        this.parent = referenced.isEmpty() ? NodeProgram.class.getClassLoader() : loaderOf(referenced);
        final StringTokenizer entries =
            new StringTokenizer(System.getProperty("java.class.path", ""), File.pathSeparator);
        while (entries.hasMoreTokens())
        {
            classPath.add(entries.nextToken());
        }
        addCodeSource(NodeProgram.class);
        referenced.forEach(this::addCodeSource);
    }

    /**
     * Sets who finds classes that were compiled ahead of time, and is the parent of those that are compiled now.
     *
     * @param loader that sees all referenced classes
     */
    public void loadedBy(final ClassLoader loader)
    {
        parent = loader;
    }

    /**
     * Keeps what is compiled between runs, where all code around it lies in jars.
     *
     * @param directory that holds the entries; made when the first one is kept
     * @param notes told what kept an entry from being read or written
     * @return this
     */
    public NodeCompiler cachedIn(final Path directory, final Consumer<String> notes)
    {
        CodeFingerprint.of(classPath).ifPresent(
            fingerprint -> cachedIn(new ClassCache(directory, fingerprint, notes)));
        return this;
    }

    NodeCompiler cachedIn(final ClassCache entries)
    {
        cache = Optional.of(entries);
        return this;
    }

    private static Map<String, byte[]> compileHere(
        final List<GeneratedSource> sources, final Set<String> classPath, final List<String> options)
    {
        // A runtime image may lack even the module that would tell whether there is a compiler.
        if (ModuleLayer.boot().findModule("java.compiler").isEmpty())
        {
            throw CodegenException.noCompiler();
        }
        return MemoryCompiler.compile(sources, classPath, options);
    }

    private static ClassLoader loaderOf(final List<Class<?>> referenced)
    {
        for (final Class<?> type : referenced)
        {
            if (type.getClassLoader() != NodeProgram.class.getClassLoader())
            {
                return type.getClassLoader();
            }
        }
        return NodeProgram.class.getClassLoader();
    }

    private void addCodeSource(final Class<?> type)
    {
        final CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null)
        {
            return;
        }
        try
        {
            classPath.add(Path.of(source.getLocation().toURI()).toString());
        }
        catch (final URISyntaxException e)
        {
            throw new CodegenException("the code of " + type.getName() + " lies at a place that is no path: " +
                source.getLocation(), e);
        }
    }

    /**
     * Makes classes.
     *
     * @param sources one a node
     * @return the classes in the same order
     * @throws CodegenException if one cannot be compiled or loaded
     */
    public List<Class<? extends NodeProgram>> load(final List<GeneratedSource> sources)
    {
        final Map<String, byte[]> ready = new LinkedHashMap<>();
        final List<GeneratedSource> missing = new ArrayList<>();
        for (final GeneratedSource source : sources)
        {
            final boolean aheadOfTime = find(source) != null;
            final Map<String, byte[]> kept = aheadOfTime ? Map.of() : kept(source);
            ready.putAll(kept);
            if (!aheadOfTime && kept.isEmpty())
            {
                missing.add(source);
            }
        }
        if (!missing.isEmpty())
        {
            ready.putAll(compileAndKeep(missing));
        }
        final ClassLoader loader = new MemoryLoader(parent, ready);
        return sources.stream().<Class<? extends NodeProgram>>map(source -> load(loader, source)).toList();
    }

    private Map<String, byte[]> kept(final GeneratedSource source)
    {
        return cache.map(entries -> entries.find(source.className())).orElse(Map.of());
    }

    private Map<String, byte[]> compileAndKeep(final List<GeneratedSource> missing)
    {
        final Map<String, byte[]> compiled = compiler.compile(missing, classPath, MemoryCompiler.FOR_THIS_JVM);
        cache.ifPresent(entries -> missing.forEach(
            source -> entries.keep(source.className(), classesOf(source.className(), compiled))));
        return compiled;
    }

    private static Map<String, byte[]> classesOf(final String className, final Map<String, byte[]> compiled)
    {
        final Map<String, byte[]> classes = new LinkedHashMap<>();
        compiled.forEach((name, bytes) ->
        {
            if (name.equals(className) || name.startsWith(className + "$"))
            {
                classes.put(name, bytes);
            }
        });
        return classes;
    }

    /**
     * Compiles ahead of time and saves sources and classes below a directory.
     *
     * @param sources one a node
     * @param directory that becomes an entry of the class path
     * @throws CodegenException if one cannot be compiled or written
     */
    public void save(final List<GeneratedSource> sources, final Path directory)
    {
        save(sources, directory, true);
    }

    /**
     * Compiles ahead of time and saves classes below a directory.
     *
     * @param sources one a node
     * @param directory that becomes an entry of the class path
     * @param keepsSources whether the sources are saved beside them
     * @return the classes by binary name
     * @throws CodegenException if one cannot be compiled or written
     */
    public Map<String, byte[]> save(
        final List<GeneratedSource> sources, final Path directory, final boolean keepsSources)
    {
        final Map<Path, byte[]> files = new LinkedHashMap<>();
        if (keepsSources)
        {
            sources.forEach(source -> files.put(path(source.className(), ".java"), source.text().getBytes(
                StandardCharsets.UTF_8)));
        }
        final Map<String, byte[]> classes = compiler.compile(sources, classPath, MemoryCompiler.FOR_EVERY_JVM);
        classes.forEach((name, bytes) -> files.put(path(name, ".class"), bytes));
        try
        {
            for (final Map.Entry<Path, byte[]> file : files.entrySet())
            {
                final Path target = directory.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        }
        catch (final IOException e)
        {
            throw new CodegenException("the generated code cannot be saved below " + directory + ": " + e,
                e);
        }
        return classes;
    }

    private static Path path(final String className, final String extension)
    {
        return Path.of(className.replace('.', '/') + extension);
    }

    private Class<?> find(final GeneratedSource source)
    {
        try
        {
            return Class.forName(source.className(), false, parent);
        }
        catch (final ClassNotFoundException notAheadOfTime)
        {
            // The usual case: nothing was compiled ahead of time.
            return null;
        }
        catch (final LinkageError e)
        {
            throw new CodegenException("the class " + source.className() + ", compiled ahead of time, cannot be " +
                "loaded: " + e + "; compile it anew, or remove it from the class path", e);
        }
    }

    private static Class<? extends NodeProgram> load(final ClassLoader loader, final GeneratedSource source)
    {
        try
        {
            return Class.forName(source.className(), true, loader).asSubclass(NodeProgram.class);
        }
        catch (final ClassNotFoundException | LinkageError e)
        {
            throw new CodegenException("the generated class " + source.className() + " cannot be loaded: " + e, e);
        }
    }

    /** Defines compiled classes next to the code that they call. */
    private static final class MemoryLoader extends ClassLoader
    {
        private final Map<String, byte[]> classes;

        private MemoryLoader(final ClassLoader parent, final Map<String, byte[]> classes)
        {
            super("packetflow-generated", parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(final String name) throws ClassNotFoundException
        {
            final byte[] bytes = classes.get(name);
            if (bytes == null)
            {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    /** Turns sources into class files. */
    @FunctionalInterface
    interface SourceCompiler
    {
        /**
         * Compiles.
         *
         * @param sources to compile
         * @param classPath entries that they need
         * @param options that say where the classes shall run
         * @return class files by binary name
         * @throws CodegenException if there is no compiler or it finds errors
         */
        Map<String, byte[]> compile(List<GeneratedSource> sources, Set<String> classPath, List<String> options);
    }
}
