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
package io.packetflow.ringbuffers.journal.read;

import java.io.IOException;

/**
 * Cold path. A {@link LiveTail} as the search for an anchor sees it.
 *
 * @param tail that is led
 * @param walk of the tail
 */
record TailSource(LiveTail tail, TailWalk walk) implements AnchorSource
{
    @Override
    public boolean advance() throws IOException
    {
        return tail.poll();
    }

    @Override
    public RecordCursor cursor()
    {
        return tail.cursor();
    }

    @Override
    public boolean isGenesis()
    {
        return walk.isGenesis();
    }

    @Override
    public boolean jump(final JournalAnchor anchor)
    {
        return false;
    }

    @Override
    public void found()
    {
        // A tail that does not find it has ended, which says enough.
    }

    @Override
    public void stop(final EndKind kind, final String cause)
    {
        walk.stop(kind, cause);
    }
}
