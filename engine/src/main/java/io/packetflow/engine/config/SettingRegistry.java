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

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.periodic.NearestName;

/** Cold path. Every known setting and every relation between settings; immutable. */
public final class SettingRegistry
{
    private static final SettingRegistry ENGINE =
        new SettingRegistry(ReactorKeys.all(), ReactorRelations.all());

    private final Map<String, SettingKey<?>> keys = new LinkedHashMap<>();
    private final List<SettingRelation> relations;

    private SettingRegistry(final Collection<SettingKey<?>> keys, final List<SettingRelation> relations)
    {
        for (final SettingKey<?> key : keys)
        {
            if (this.keys.put(key.name(), key) != null)
            {
                throw new IllegalArgumentException("a key must be registered once: key=" + key.name());
            }
        }
        this.relations = List.copyOf(relations);
    }

    /** @return the settings of the engine itself */
    public static SettingRegistry engine()
    {
        return ENGINE;
    }

    /**
     * Adds the settings of a module.
     *
     * @param moreKeys      keys that are not registered yet
     * @param moreRelations relations over them
     * @return a registry with both
     * @throws IllegalArgumentException if a key is registered already
     */
    public SettingRegistry plus(
        final Collection<? extends SettingKey<?>> moreKeys, final Collection<? extends SettingRelation> moreRelations)
    {
        final List<SettingKey<?>> allKeys = new ArrayList<>(keys.values());
        allKeys.addAll(moreKeys);
        final List<SettingRelation> allRelations = new ArrayList<>(relations);
        allRelations.addAll(moreRelations);
        return new SettingRegistry(allKeys, allRelations);
    }

    /** @return every key, the engine's first */
    public List<SettingKey<?>> keys()
    {
        return List.copyOf(keys.values());
    }

    /** @return every relation */
    public List<SettingRelation> relations()
    {
        return relations;
    }

    /**
     * Looks a key up.
     *
     * @param name full name
     * @return the key, or null if there is none
     */
    public SettingKey<?> find(final String name)
    {
        return keys.get(name);
    }

    /**
     * What to do about an unknown key.
     *
     * @param name that is not registered
     * @return a remedy that names the nearest key where there is one
     */
    String remedyForUnknown(final String name)
    {
        if (keys.containsKey(SettingKey.PREFIX + name))
        {
            return "write '" + SettingKey.PREFIX + name + "'";
        }
        // Without the prefix, which makes all keys alike.
        final String nearest = NearestName.find(withoutPrefix(name),
            keys.keySet().stream().map(SettingRegistry::withoutPrefix).toList());
        return nearest == null ? "'packetflow config --all' lists every key" :
            "did you mean '" + SettingKey.PREFIX + nearest + "'?";
    }

    private static String withoutPrefix(final String name)
    {
        return name.startsWith(SettingKey.PREFIX) ? name.substring(SettingKey.PREFIX.length()) : name;
    }
}
