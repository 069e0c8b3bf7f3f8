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
package io.packetflow.engine.language.code;

import java.util.HashSet;
import java.util.Set;

/** Cold path. Names of the constants that stand for atoms, each given once. */
final class ConstantNames
{
    private final Set<String> taken = new HashSet<>();

    String claim(final String atom)
    {
        final String plain = "ATOM_" + JavaNames.constant(atom);
        String name = plain;
        for (int i = 2; !taken.add(name); i++)
        {
            name = plain + "_" + i;
        }
        return name;
    }
}
