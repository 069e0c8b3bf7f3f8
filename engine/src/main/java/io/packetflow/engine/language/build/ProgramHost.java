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
package io.packetflow.engine.language.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.packetflow.engine.config.CacheDirectory;
import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Resource;
import io.packetflow.engine.reactor.BackEdgeBinding;
import io.packetflow.layout.memory.Arena;

/**
 * Cold path. What a Java program supplies to the molecules that it runs. Immutable.
 *
 * <pre>{@code
 * final ProgramHost host = ProgramHost.builder()
 *     .kind(TradingKinds.FEED)
 *     .resource("books", MarketBooks.class, arena -> new MarketBooks(config))
 *     .object(TradingConfig.class, config)
 *     .build();
 * }</pre>
 */
public final class ProgramHost
{
    private static final ProgramHost NONE = builder().build();

    private final Map<String, InstanceKind> kinds;
    private final Map<String, Resource> resources;
    private final Map<String, Area> areas;
    private final Map<Class<?>, Object> objects;
    private final List<BackEdgeBinding> backEdges;
    private final Set<String> leftOut;
    private final ClassLoader loader;
    private final Path codeDirectory;
    private final ClassLoader compiled;

    private ProgramHost(final Builder builder)
    {
        this.kinds = new LinkedHashMap<>(builder.kinds);
        this.resources = Map.copyOf(builder.resources);
        this.areas = Map.copyOf(builder.areas);
        this.objects = Map.copyOf(builder.objects);
        this.backEdges = List.copyOf(builder.backEdges);
        this.leftOut = Set.copyOf(builder.leftOut);
        this.loader = builder.loader;
        this.codeDirectory = builder.codeDirectory;
        this.compiled = builder.compiled;
    }

    /** Begins a host. */
    public static Builder builder()
    {
        return new Builder();
    }

    /** Returns a host that supplies nothing: for molecules that need nothing. */
    public static ProgramHost none()
    {
        return NONE;
    }

    Optional<InstanceKind> kind(final String name)
    {
        return Optional.ofNullable(kinds.get(name));
    }

    Set<String> kindNames()
    {
        return kinds.keySet();
    }

    Optional<Resource> resource(final String name)
    {
        return Optional.ofNullable(resources.get(name));
    }

    Optional<Area> area(final String packet)
    {
        return Optional.ofNullable(areas.get(packet));
    }

    /** Returns the object that a constructor's parameter takes. */
    Optional<Object> object(final Class<?> type)
    {
        return Optional.ofNullable(objects.get(type));
    }

    List<String> objectTypes()
    {
        return objects.keySet().stream().map(Class::getName).sorted().toList();
    }

    List<BackEdgeBinding> backEdges()
    {
        return backEdges;
    }

    Set<String> leftOut()
    {
        return leftOut;
    }

    ClassLoader loader()
    {
        return loader;
    }

    Path codeDirectory()
    {
        return codeDirectory;
    }

    /** Returns who has the classes of packets that are written in the language, if they were compiled before. */
    Optional<ClassLoader> compiled()
    {
        return Optional.ofNullable(compiled);
    }

    /** Collects what a host supplies. Not thread-safe. */
    public static final class Builder
    {
        private final Map<String, InstanceKind> kinds = new LinkedHashMap<>();
        private final Map<String, Resource> resources = new HashMap<>();
        private final Map<String, Area> areas = new HashMap<>();
        private final Map<Class<?>, Object> objects = new HashMap<>();
        private final List<BackEdgeBinding> backEdges = new ArrayList<>();
        private final Set<String> leftOut = new LinkedHashSet<>();
        private ClassLoader loader = ProgramHost.class.getClassLoader();
        private Path codeDirectory = CacheDirectory.code();
        private ClassLoader compiled;

        private Builder()
        {
        }

        /**
         * Supplies a kind of instance that the host's sources send or its handlers emit. A molecule that declares an
         * input of its name must mean the same; one that does not may name it in triggers all the same.
         *
         * @param kind with the name by which triggers call it
         * @return this
         */
        public Builder kind(final InstanceKind kind)
        {
            kinds.put(kind.name(), kind);
            return this;
        }

        /**
         * Supplies a resource.
         *
         * @param name by which packets call it
         * @param type class that handlers ask for
         * @param factory makes it in the arena of one running molecule
         * @param <R> the resource's type
         * @return this
         */
        public <R> Builder resource(
            final String name, final Class<R> type, final Function<Arena, ? extends R> factory)
        {
            resources.put(name, new Resource(name, type, factory));
            return this;
        }

        /**
         * Supplies the area of a packet that names no class for it.
         *
         * @param packet name
         * @param area fields and flyweight
         * @return this
         */
        public Builder area(final String packet, final Area area)
        {
            areas.put(packet, Objects.requireNonNull(area, "area"));
            return this;
        }

        /**
         * Supplies an object to handlers whose constructors take one of its type.
         *
         * @param type exact type of the parameter
         * @param object that is handed over
         * @param <T> type of the object
         * @return this
         */
        public <T> Builder object(final Class<T> type, final T object)
        {
            objects.put(type, Objects.requireNonNull(object, "object"));
            return this;
        }

        /**
         * Supplies a back edge, where the molecule has its packet.
         *
         * @param binding which packet emits, how much, how late
         * @return this
         */
        public Builder backEdge(final BackEdgeBinding binding)
        {
            backEdges.add(binding);
            return this;
        }

        /**
         * Leaves packets and their bonds out, if the molecule has them: those that this run has no use for, such as a
         * simulated venue where a real one answers.
         *
         * @param packets names
         * @return this
         */
        public Builder leaveOut(final String... packets)
        {
            leftOut.addAll(List.of(packets));
            return this;
        }

        /**
         * Sets who loads the classes that programs name; the engine's own loader if it is not called.
         *
         * @param value that sees the engine
         * @return this
         */
        public Builder loader(final ClassLoader value)
        {
            this.loader = Objects.requireNonNull(value, "loader");
            return this;
        }

        /**
         * Sets where classes of packets that are written in the language are kept; the default of {@code
         * packetflow.code.cache.dir} if it is not called.
         *
         * @param directory this user's alone; made where it does not exist
         * @return this
         */
        public Builder codeDirectory(final Path directory)
        {
            this.codeDirectory = Objects.requireNonNull(directory, "directory");
            return this;
        }

        /**
         * Sets who has the classes of packets that are written in the language: nothing is compiled then.
         *
         * @param value that sees the engine, null for nobody
         * @return this
         */
        public Builder compiled(final ClassLoader value)
        {
            this.compiled = value;
            return this;
        }

        /** Returns the host. */
        public ProgramHost build()
        {
            return new ProgramHost(this);
        }
    }
}
