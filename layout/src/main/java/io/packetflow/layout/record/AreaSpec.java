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

import java.util.Objects;

/**
 * Cold path. What a molecule asks of its layout for one packet: an area of a record's shape, written by one node.
 *
 * @param name of the area, unique in its molecule: a letter, then letters, digits and any of {@code _ . - #}
 * @param layout of the area's record
 * @param writer id of the only node that writes the area, 0 or more; everybody may read it
 */
public record AreaSpec(String name, RecordLayout layout, int writer)
{
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the name is illegal or the writer negative
     */
    public AreaSpec
    {
        Names.requirePath("an area", name);
        Objects.requireNonNull(layout, "area " + name + " needs a record layout");
        if (writer < 0)
        {
            throw new IllegalArgumentException("a writer is the id of a node: area=" + name + " writer=" + writer);
        }
    }
}
