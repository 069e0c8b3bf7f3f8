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
package io.packetflow.engine.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.engine.plan.Grouping;
import io.packetflow.engine.plan.NodePolicy;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.ring.Publication;

/**
 * Cold path. Every setting of a reactor: parsed, checked against each other, immutable. Made by a {@link Builder}.
 *
 * <pre>{@code
 * final ReactorSettings settings = ReactorSettings.builder()
 *     .set("packetflow.plan", "one-node")
 *     .conclude();
 * settings.group(PeriodicGroup.DF).ringSize();
 * }</pre>
 */
public final class ReactorSettings
{
    private final Map<String, Setting<?>> settings;

    ReactorSettings(final Map<String, Setting<?>> settings)
    {
        this.settings = settings;
    }

    /** @return a builder over the engine's own keys, with every setting at its default */
    public static Builder builder()
    {
        return new Builder(SettingRegistry.engine());
    }

    /**
     * A builder over more keys than the engine's own.
     *
     * @param registry from {@link SettingRegistry#plus}
     * @return the builder, with every setting at its default
     */
    public static Builder builder(final SettingRegistry registry)
    {
        return new Builder(registry);
    }

    /**
     * The settings of a periodic group.
     *
     * @param group of the periodic table
     * @return its four settings
     */
    public GroupSettings group(final PeriodicGroup group)
    {
        final ReactorKeys.GroupKeys keys = ReactorKeys.group(group);
        return new GroupSettings(
            group, value(keys.cores()), value(keys.ringSize()), value(keys.waitChoice()), value(keys.backPressure()));
    }

    /** @return how packets share a stage */
    public Grouping grouping()
    {
        return value(ReactorKeys.GROUPING);
    }

    /** @return which plan of nodes */
    public NodePolicy plan()
    {
        return value(ReactorKeys.PLAN);
    }

    /** @return which threads run the nodes */
    public Threading threading()
    {
        return value(ReactorKeys.THREADING);
    }

    /** @return where a reader sees that a slot is ready */
    public Publication publication()
    {
        return value(ReactorKeys.PUBLICATION);
    }

    /** @return whether memory stands on huge pages */
    public HugePages hugePages()
    {
        return value(ReactorKeys.HUGE_PAGES);
    }

    /** @return after how many nanoseconds without a duty cycle a node counts as stalled */
    public long stallLimitNanos()
    {
        return value(ReactorKeys.STALL_LIMIT);
    }

    /** @return how many instances a node takes at most in one duty cycle; a smaller ring lowers it to its size */
    public int batchLimit()
    {
        return Math.toIntExact(value(ReactorKeys.BATCH_LIMIT));
    }

    /** @return whether the molecule is warmed up before its gate opens */
    public boolean warmup()
    {
        return value(ReactorKeys.WARMUP);
    }

    /** @return how many messages the warm-up runs */
    public long warmupMessages()
    {
        return value(ReactorKeys.WARMUP_MESSAGES);
    }

    /** @return what happens when a handler throws */
    public FailureChoice failure()
    {
        return value(ReactorKeys.FAILURE);
    }

    /** @return the directory of the control file */
    public Path controlDirectory()
    {
        return value(ReactorKeys.CONTROL_DIR);
    }

    /** @return the file of the counters */
    public Path countersFile()
    {
        return value(ReactorKeys.COUNTERS_FILE);
    }

    /** @return the directory in which compiled code is kept between runs; empty if it is not kept */
    public Optional<Path> codeCache()
    {
        return value(ReactorKeys.CODE_CACHE) ? Optional.of(value(ReactorKeys.CODE_CACHE_DIR)) : Optional.empty();
    }

    /** @return the file of what this host's steps cost; it need not exist */
    public Path hostCosts()
    {
        return value(ReactorKeys.HOST_COSTS);
    }

    /** @return the directory for reports */
    public Path outputDirectory()
    {
        return value(ReactorKeys.OUTPUT_DIR);
    }

    /** @return whether cores are reserved across the processes of the host */
    public boolean reserveCores()
    {
        return value(ReactorKeys.CORES_RESERVE);
    }

    /** @return whether nodes may share cores where there are too few */
    public boolean shareCores()
    {
        return value(ReactorKeys.CORES_SHARE);
    }

    /**
     * The value of any registered key.
     *
     * @param key registered with the builder's registry
     * @param <T> the value's type
     * @return the value
     * @throws IllegalArgumentException if the key is not registered
     */
    public <T> T value(final SettingKey<T> key)
    {
        return setting(key).value();
    }

    /**
     * A setting with its origin.
     *
     * @param key registered with the builder's registry
     * @param <T> the value's type
     * @return the setting
     * @throws IllegalArgumentException if the key is not registered
     */
    @SuppressWarnings("unchecked") // the setting under a key's name was parsed by that very key
    public <T> Setting<T> setting(final SettingKey<T> key)
    {
        final Setting<?> setting = settings.get(key.name());
        if (setting == null || !setting.key().equals(key))
        {
            throw new IllegalArgumentException("a key must be registered: key=" + key.name());
        }
        return (Setting<T>)setting;
    }

    /** @return every setting in the order of the registry */
    public List<Setting<?>> all()
    {
        return List.copyOf(settings.values());
    }

    /** Cold path. Collects layers of settings; a later layer wins over an earlier one, whatever the order of calls. */
    public static final class Builder
    {
        private final SettingRegistry registry;
        private final List<SettingText> texts = new ArrayList<>();

        private Builder(final SettingRegistry registry)
        {
            this.registry = registry;
        }

        /**
         * Adds a properties file; wins over defaults only.
         *
         * @param file in UTF-8
         * @return this
         * @throws ConfigurationException if it cannot be read
         */
        public Builder file(final Path file)
        {
            texts.addAll(PropertiesFile.read(file));
            return this;
        }

        /**
         * Adds the properties whose names begin with {@code packetflow.}; wins over files.
         *
         * @param properties such as {@link System#getProperties()}
         * @return this
         */
        public Builder systemProperties(final Properties properties)
        {
            properties.stringPropertyNames().stream().sorted()
                .filter(name -> name.startsWith(SettingKey.PREFIX))
                .forEach(name -> texts.add(
                    new SettingText(name, properties.getProperty(name).strip(), Origin.SYSTEM_PROPERTY)));
            return this;
        }

        /**
         * Sets a value from the embedding program; wins over files and system properties.
         *
         * @param key  full name
         * @param text as in a properties file
         * @return this
         */
        public Builder set(final String key, final String text)
        {
            return set(key, text, Origin.PROGRAM);
        }

        /**
         * Sets a value from a named place.
         *
         * @param key    full name
         * @param text   as in a properties file
         * @param origin of the text
         * @return this
         */
        public Builder set(final String key, final String text, final Origin origin)
        {
            texts.add(new SettingText(key.strip(), text.strip(), origin));
            return this;
        }

        /**
         * Parses every value and checks every relation.
         *
         * @return the settings
         * @throws ConfigurationException that lists every error
         */
        public ReactorSettings conclude()
        {
            return new Conclusion(registry, texts).conclude();
        }
    }
}
