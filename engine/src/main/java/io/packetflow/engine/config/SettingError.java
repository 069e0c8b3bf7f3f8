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
 * Cold path. One thing that is wrong with the configuration.
 *
 * @param key      name of the setting as written
 * @param text     value as written
 * @param origin   where it was written
 * @param mustHold what must hold, as a clause: {@code must be a power of two from 2 to 1073741824}
 * @param remedy   what to do about it
 */
public record SettingError(String key, String text, Origin origin, String mustHold, String remedy)
{
    @Override
    public String toString()
    {
        return origin + ": " + key + "=" + text + " " + mustHold + "; " + remedy;
    }
}
