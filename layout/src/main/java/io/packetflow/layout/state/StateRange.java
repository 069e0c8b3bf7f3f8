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
package io.packetflow.layout.state;

import io.packetflow.layout.memory.Slab;

/** Cold path. Checks ranges of slabs, also where the slabs' own checks are switched off. */
final class StateRange
{
    private StateRange()
    {
    }

    static void check(final Slab slab, final long base, final long length)
    {
        checkWithin(slab, base, length);
        if (base % Long.BYTES != 0)
        {
            throw new IllegalArgumentException("saved state begins at a multiple of 8: base=" + base);
        }
    }

    static void checkWithin(final Slab slab, final long offset, final long length)
    {
        if (offset < 0 || length < 0 || length > slab.capacity() - offset)
        {
            throw new IllegalArgumentException("a range lies in its slab: offset=" + offset + " length=" + length +
                " capacity=" + slab.capacity());
        }
    }
}
