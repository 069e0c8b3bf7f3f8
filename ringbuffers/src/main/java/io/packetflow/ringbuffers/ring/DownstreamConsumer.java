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

import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.util.Util;

/** Hot path. A consumer whose barrier is the slowest of its upstream consumers. */
final class DownstreamConsumer extends RingConsumer
{
    private final Sequence[] upstream;

    DownstreamConsumer(final String name, final Sequence[] upstream)
    {
        super(name);
        this.upstream = upstream;
    }

    @Override
    public long available()
    {
        final long available = Util.getMinimumSequence(upstream);
        known = available;
        return available;
    }
}
