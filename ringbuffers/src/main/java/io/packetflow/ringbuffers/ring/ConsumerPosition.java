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

import io.packetflow.ringbuffers.padding.LeadingPadding;

/** Hot path. What a consumer's own thread writes at each turn, on lines that no other thread reads. */
abstract class ConsumerPosition extends LeadingPadding
{
    /** Sequence to process next; plain, own thread only. */
    long next;

    /** Highest sequence that was seen available, {@code next - 1} or more; plain, own thread only. */
    long known = -1;
}
