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
package io.packetflow.ringbuffers.journal.write;

import io.packetflow.layout.memory.Slab;

/**
 * Cold path. Lets the kernel make pages of a mapped file writable here, and not under an append, where that costs a
 * microsecond or two. Whenever the kernel writes a page to the disk, for a sync or by itself after a while, it makes
 * the page read-only again to notice the next store; so pages are touched once more shortly before they are needed.
 */
final class PageTouch
{
    private static final long PAGE_BYTES = 4096;

    private PageTouch()
    {
    }

    /** Touches a range, as far as there is one; others may store to the same pages meanwhile. */
    static void range(final Slab memory, final long from, final long bytes)
    {
        final long end = Math.min(memory.capacity(), from + bytes);
        for (long at = from & -PAGE_BYTES; at < end; at += PAGE_BYTES)
        {
            final long value = memory.getLongVolatile(at);
            memory.compareAndSetLong(at, value, value);
        }
    }
}
