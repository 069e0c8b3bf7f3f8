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
