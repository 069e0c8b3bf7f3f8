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
package io.packetflow.ringbuffers.ring;

import com.lmax.disruptor.MultiProducerSequencer;
import com.lmax.disruptor.SingleProducerSequencer;

/** Hot path. A consumer whose barrier is the publication of a {@link CursorSlotRing}. */
final class CursorConsumer extends RingConsumer
{
    private final SingleProducerSequencer single;
    private final MultiProducerSequencer multi;

    CursorConsumer(final String name, final SingleProducerSequencer single, final MultiProducerSequencer multi)
    {
        super(name);
        this.single = single;
        this.multi = multi;
    }

    @Override
    public long available()
    {
        final long available = single != null ? single.getCursor() : availableShared();
        known = available;
        return available;
    }

    // With several producers the cursor says what is claimed; what of it is published stands in the table of laps.
    private long availableShared()
    {
        final long claimed = multi.getCursor();
        return claimed > known ? multi.getHighestPublishedSequence(known + 1, claimed) : known;
    }
}
