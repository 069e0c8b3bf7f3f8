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
package io.packetflow.latency.concurrency;

import io.packetflow.ringbuffers.ring.ProducerMode;
import io.packetflow.ringbuffers.ring.Publication;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Guarantee 4 with several producers: a slot that is claimed and not published hides those after it. One actor
 * publishes and then consumes; the result is how many slots it saw and how many of them were not whole.
 */
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "The other producer's slot is a hole before this one's.")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "One slot.")
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "Both slots.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The promise is broken.")
public class HoleTest
{
    /** What the actors do, on whatever ring. */
    abstract static class Steps extends RingFixture
    {
        Steps(final Publication publication, final ProducerMode mode)
        {
            super(publication, mode, 2);
        }

        final void otherStep(final II_Result r)
        {
            produce();
        }

        final void ownStep(final II_Result r)
        {
            produce();
            final long available = consumer.available();
            for (long sequence = 0; sequence <= available; sequence++)
            {
                r.r1++;
                r.r2 += count(sequence, sequence + 1) == WORDS ? 0 : 1;
            }
        }

        final void afterStep(final II_Result r)
        {
            close();
        }
    }

    @JCStressTest
    @JCStressMeta(HoleTest.class)
    @State
    public static class CursorMulti extends HoleTest.Steps
    {
        public CursorMulti()
        {
            super(Publication.CURSOR, ProducerMode.MULTI);
        }

        @Actor
        public void other(final II_Result r)
        {
            otherStep(r);
        }

        @Actor
        public void own(final II_Result r)
        {
            ownStep(r);
        }

        @Arbiter
        public void after(final II_Result r)
        {
            afterStep(r);
        }
    }

    @JCStressTest
    @JCStressMeta(HoleTest.class)
    @State
    public static class InSlotMulti extends HoleTest.Steps
    {
        public InSlotMulti()
        {
            super(Publication.IN_SLOT, ProducerMode.MULTI);
        }

        @Actor
        public void other(final II_Result r)
        {
            otherStep(r);
        }

        @Actor
        public void own(final II_Result r)
        {
            ownStep(r);
        }

        @Arbiter
        public void after(final II_Result r)
        {
            afterStep(r);
        }
    }
}
