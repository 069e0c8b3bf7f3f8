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

import java.util.Objects;

/**
 * Cold path. A typed property.
 *
 * @param name        full name, {@code packetflow.} and lower-case words with dots
 * @param type        how its text becomes a value
 * @param defaultText the default, written the way a user would
 * @param description one sentence without a full stop
 * @param scope       where it may be set
 * @param <T>         the value's type
 */
public record SettingKey<T>(String name, SettingType<T> type, String defaultText, String description, Scope scope)
{
    /** The prefix of every key. */
    public static final String PREFIX = "packetflow.";

    /** Where a setting may be set. */
    public enum Scope
    {
        /** In every source. */
        ANYWHERE,

        /** As a JVM option {@code -Dkey=value} only, because it is read when a class is loaded. */
        JVM_OPTION
    }

    /**
     * Checks the key itself.
     *
     * @throws IllegalArgumentException if the name has another form or the default does not parse
     */
    public SettingKey
    {
        if (!name.matches("packetflow(\\.[a-z][a-z0-9]*)+"))
        {
            throw new IllegalArgumentException("a key must be packetflow.lower.case.words: name=" + name);
        }
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(scope, "scope");
        type.parse(defaultText);
    }

    /**
     * A key that may be set anywhere.
     *
     * @param name        full name
     * @param type        how its text becomes a value
     * @param defaultText the default
     * @param description one sentence without a full stop
     * @param <T>         the value's type
     * @return the key
     */
    public static <T> SettingKey<T> of(
        final String name, final SettingType<T> type, final String defaultText, final String description)
    {
        return new SettingKey<>(name, type, defaultText, description, Scope.ANYWHERE);
    }
}
