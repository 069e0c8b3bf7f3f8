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
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Guarantee 1 with several producers: two claims never meet, and both slots are there in the end. The result is both
 * sequences and how many words of both slots hold their own.
 */
@Outcome(id = "0, 1, 28", expect = Expect.ACCEPTABLE, desc = "The first producer was first.")
@Outcome(id = "1, 0, 28", expect = Expect.ACCEPTABLE, desc = "The second producer was first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The promise is broken.")
public class SharedClaimTest
{
    /** What the actors do, on whatever ring. */
    abstract static class Steps extends RingFixture
    {
        Steps(final Publication publication, final ProducerMode mode)
        {
            super(publication, mode, 2);
        }

        final void firstStep(final III_Result r)
        {
            r.r1 = (int)produce();
        }

        final void secondStep(final III_Result r)
        {
            r.r2 = (int)produce();
        }

        final void afterStep(final III_Result r)
        {
            r.r3 = consumer.available() == 1 ? count(0, 1) + count(1, 2) : -1;
            close();
        }
    }

    @JCStressTest
    @JCStressMeta(SharedClaimTest.class)
    @State
    public static class CursorMulti extends SharedClaimTest.Steps
    {
        public CursorMulti()
        {
            super(Publication.CURSOR, ProducerMode.MULTI);
        }

        @Actor
        public void first(final III_Result r)
        {
            firstStep(r);
        }

        @Actor
        public void second(final III_Result r)
        {
            secondStep(r);
        }

        @Arbiter
        public void after(final III_Result r)
        {
            afterStep(r);
        }
    }

    @JCStressTest
    @JCStressMeta(SharedClaimTest.class)
    @State
    public static class InSlotMulti extends SharedClaimTest.Steps
    {
        public InSlotMulti()
        {
            super(Publication.IN_SLOT, ProducerMode.MULTI);
        }

        @Actor
        public void first(final III_Result r)
        {
            firstStep(r);
        }

        @Actor
        public void second(final III_Result r)
        {
            secondStep(r);
        }

        @Arbiter
        public void after(final III_Result r)
        {
            afterStep(r);
        }
    }
}
