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
package io.packetflow.layout.memory;

import java.util.List;

/** Cold path. What an {@link Arena} asks its host about huge pages. */
interface HugePageHost
{
    /**
     * Asks for huge pages in a range that is not touched yet.
     *
     * @param address of the first byte, a multiple of the huge page's size
     * @param length in bytes
     * @return null if the kernel will try to use huge pages there, else why not
     */
    String advise(long address, long length);

    /**
     * Counts the huge pages that back touched blocks.
     *
     * @param blocks that were advised
     * @return how many of their bytes lie on huge pages, or {@link HugePageReport#UNKNOWN} if the host does not say
     */
    long backedBytes(List<Arena.Block> blocks);
}
