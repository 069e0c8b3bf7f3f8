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
package io.packetflow.engine.molecule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import io.packetflow.engine.packet.HandlerFactory;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.packet.ReleaseObserver;
import io.packetflow.engine.packet.ReleasingHandler;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * A computational packet (thesis definition 3.1): identity, group and element, trigger, payload area and handler.
 * Immutable; built by {@link #named}.
 */
public final class Packet
{
    private final String name;
    private final Element element;
    private final Trigger trigger;
    private final Area area;
    private final List<String> resources;
    private final List<String> participants;
    private final Class<? extends PacketHandler> handlerClass;
    private final HandlerFactory<?> handlerFactory;
    private final Map<String, String> properties;

    private Packet(final Builder builder)
    {
        this.name = builder.name;
        this.element = builder.element;
        this.trigger = builder.trigger;
        this.area = builder.area;
        this.resources = List.copyOf(builder.resources);
        this.participants = List.copyOf(builder.participants);
        this.handlerClass = builder.handlerClass;
        this.handlerFactory = builder.handlerFactory;
        this.properties = Map.copyOf(builder.properties);
    }

    /**
     * Begins a packet.
     *
     * @param name unique in its molecule: a letter, then letters, digits and underscores
     * @param element of the periodic table
     * @return a builder
     */
    public static Builder named(final String name, final Element element)
    {
        return new Builder(name, element);
    }

    /** Returns the packet's name. */
    public String name()
    {
        return name;
    }

    /** Returns its element. */
    public Element element()
    {
        return element;
    }

    /** Returns its periodic group. */
    public PeriodicGroup group()
    {
        return element.group();
    }

    /** Returns to which instances it reacts. */
    public Trigger trigger()
    {
        return trigger;
    }

    /** Returns the part of the slot that it writes, if it writes any. */
    public Optional<Area> area()
    {
        return Optional.ofNullable(area);
    }

    /** Returns the names of the resources that it owns or shares. */
    public List<String> resources()
    {
        return resources;
    }

    /** Returns the names of the packets that it coordinates (group CO). */
    public List<String> participants()
    {
        return participants;
    }

    /** Returns the class whose code runs when the packet fires. */
    public Class<? extends PacketHandler> handlerClass()
    {
        return handlerClass;
    }

    /** Returns what makes a handler for one running molecule. */
    public HandlerFactory<?> handlerFactory()
    {
        return handlerFactory;
    }

    /** Returns whether the packet speaks to the outside, so that its release can be gated. */
    public boolean isOutput()
    {
        return isReleasing() && !ReleaseObserver.class.isAssignableFrom(handlerClass);
    }

    /** Returns whether the packet has a part that runs when its instance is released: outputs, and who watches them. */
    public boolean isReleasing()
    {
        return ReleasingHandler.class.isAssignableFrom(handlerClass);
    }

    /** Returns what else was declared of it. */
    public Map<String, String> properties()
    {
        return properties;
    }

    /** Returns what it is without its code, as chemistry and analysis see it. */
    public Constituent constituent()
    {
        return new Constituent(name, element, trigger.text(), area().map(value -> value.layout().size()).orElse(0),
            resources, participants, new TreeMap<>(properties));
    }

    /** Returns a builder that holds all of this packet's parts, for a packet that differs in some. */
    public Builder toBuilder()
    {
        final Builder builder = new Builder(name, element);
        builder.trigger = trigger;
        builder.area = area;
        builder.resources.addAll(resources);
        builder.participants.addAll(participants);
        builder.handlerClass = handlerClass;
        builder.handlerFactory = handlerFactory;
        builder.properties.putAll(properties);
        return builder;
    }

    @Override
    public String toString()
    {
        return name + " (" + element.group() + ":" + element.symbol() + ")";
    }

    /** Collects the parts of a packet. Not thread-safe. */
    public static final class Builder
    {
        private final String name;
        private final Element element;
        private Trigger trigger = Trigger.undeclared();
        private Area area;
        private final List<String> resources = new ArrayList<>();
        private final List<String> participants = new ArrayList<>();
        private Class<? extends PacketHandler> handlerClass;
        private HandlerFactory<?> handlerFactory;
        private final Map<String, String> properties = new LinkedHashMap<>();

        private Builder(final String name, final Element element)
        {
            this.name = Objects.requireNonNull(name, "name");
            this.element = Objects.requireNonNull(element, "element");
        }

        /**
         * Declares to which instances it reacts.
         *
         * @param value trigger
         * @return this
         */
        public Builder trigger(final Trigger value)
        {
            this.trigger = Objects.requireNonNull(value, "trigger");
            return this;
        }

        /**
         * Declares the part of the slot that it writes.
         *
         * @param value area
         * @return this
         */
        public Builder writes(final Area value)
        {
            this.area = Objects.requireNonNull(value, "area");
            return this;
        }

        /**
         * Declares a resource that it owns or shares.
         *
         * @param resource name, as given to {@link Molecule.Builder#resource}
         * @return this
         */
        public Builder uses(final String resource)
        {
            this.resources.add(resource);
            return this;
        }

        /**
         * Declares the packets that it coordinates (group CO).
         *
         * @param packets names
         * @return this
         */
        public Builder participants(final String... packets)
        {
            this.participants.addAll(List.of(packets));
            return this;
        }

        /**
         * Declares the code that runs when it fires.
         *
         * @param type the concrete handler class: final and public, so that the compiler can call it directly
         * @param factory makes a handler for one running molecule; called once for the warm-up and once for the run
         * @param <H> the handler's type
         * @return this
         */
        public <H extends PacketHandler> Builder handler(final Class<H> type, final HandlerFactory<H> factory)
        {
            this.handlerClass = Objects.requireNonNull(type, "type");
            this.handlerFactory = Objects.requireNonNull(factory, "factory");
            return this;
        }

        /**
         * Declares a property.
         *
         * @param key name
         * @param value text
         * @return this
         */
        public Builder property(final String key, final String value)
        {
            this.properties.put(key, value);
            return this;
        }

        /** Returns the finished packet; the molecule's rules check it when it is added. */
        public Packet build()
        {
            return new Packet(this);
        }
    }
}
