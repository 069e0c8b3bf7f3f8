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
package io.packetflow.engine.chemistry.orbital;

import java.util.Locale;

/** Cold path. Whether two packets belong together. */
public enum OrbitalKind
{
    /** Together on a node they are better off. */
    BONDING,
    /** Together on a node they are worse off, or they do not get on at all. */
    ANTIBONDING,
    /** It makes no difference. */
    NONBONDING;

    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
