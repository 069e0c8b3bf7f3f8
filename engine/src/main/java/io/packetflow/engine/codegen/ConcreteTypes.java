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
package io.packetflow.engine.codegen;

import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.ringbuffers.ring.CursorSlotRing;
import io.packetflow.ringbuffers.ring.InSlotRing;
import io.packetflow.ringbuffers.ring.Publication;

/** Names the concrete classes behind interfaces, so that generated calls are direct. */
final class ConcreteTypes
{
    private ConcreteTypes()
    {
    }

    static String ring(final ReactorPlan plan)
    {
        return plan.ring().publication() == Publication.CURSOR ?
            CursorSlotRing.class.getName() : InSlotRing.class.getName();
    }
}
