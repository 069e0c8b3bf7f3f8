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
 * Cold path. One area of a {@link MoleculeLayout}, with its place in the slot.
 *
 * @param spec what was asked for
 * @param offset of its first byte from the start of the slot, a multiple of 8
 */
public record PlacedArea(AreaSpec spec, int offset)
{
    /** Returns the area's name. */
    public String name()
    {
        return spec.name();
    }

    /** Returns the id of the node that writes the area. */
    public int writer()
    {
        return spec.writer();
    }

    /** Returns the area's length in bytes. */
    public int size()
    {
        return spec.layout().size();
    }

    /** Returns the offset of the first byte after the area. */
    public int end()
    {
        return offset + size();
    }
}
