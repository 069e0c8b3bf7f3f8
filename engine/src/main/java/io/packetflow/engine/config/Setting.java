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
 * Cold path. A setting with the value that won and the place from which it came.
 *
 * @param key    of the setting
 * @param value  parsed
 * @param origin of the text
 * @param <T>    the value's type
 */
public record Setting<T>(SettingKey<T> key, T value, Origin origin)
{
    /** @return the value in its canonical text */
    public String text()
    {
        return key.type().format(value);
    }

    /** @return whether nobody set it */
    public boolean isDefault()
    {
        return origin.kind() == Origin.Kind.DEFAULT;
    }
}
