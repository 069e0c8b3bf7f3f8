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
package io.packetflow.layout.record;

/**
 * Cold path. One field of a {@link RecordLayout}, placed.
 *
 * @param name of the field, unique in its record
 * @param type of its value
 * @param offset of its first byte from the start of the record
 * @param length in bytes
 */
public record Field(String name, FieldType type, int offset, int length)
{
    /** Returns the offset of the first byte after the field. */
    public int end()
    {
        return offset + length;
    }
}
