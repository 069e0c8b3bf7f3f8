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

/**
 * Cold path. How the text of a property becomes a value.
 *
 * @param <T> the value's type
 */
public interface SettingType<T>
{
    /**
     * Parses a value.
     *
     * @param text without surrounding blanks, never null
     * @return the value, never null
     * @throws IllegalArgumentException if the text is not such a value; its message says what must hold
     */
    T parse(String text);

    /** @return the unit of the value, or what the value is where it has none, for tables: {@code duration}, ... */
    String unit();

    /** @return examples of accepted texts, used as the remedy in an error: {@code 10ms, 5us} */
    String examples();

    /**
     * Writes a value the way {@link #parse(String)} reads it.
     *
     * @param value of the setting
     * @return its canonical text
     */
    default String format(final T value)
    {
        return value.toString();
    }
}
