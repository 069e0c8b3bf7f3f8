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
 * Guarantee 3: a slot is not written again before its consumer completed it. The ring has one slot,
 * and it is published.
 */
@Outcome(id = "0, 14", expect = Expect.ACCEPTABLE, desc = "Full: the consumer was not done.")
@Outcome(id = "1, 14", expect = Expect.ACCEPTABLE, desc = "Claimed again after the consumer was done.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The promise is broken.")
public class GatingTest
{
    /** What the actors do, on whatever ring. */
    abstract static class Steps extends RingFixture
    {
        Steps(final Publication publication, final ProducerMode mode)
        {
            super(publication, mode, 1);
            produce();
        }

        final void producerStep(final II_Result r)
        {
            r.r1 = produce() == 1 ? 1 : 0;
        }

        final void consumerStep(final II_Result r)
        {
            consumer.available();
            r.r2 = count(0, 1);
            consumer.complete(0);
        }

        final void afterStep(final II_Result r)
        {
            close();
        }
    }

    @JCStressTest
    @JCStressMeta(GatingTest.class)
    @State
    public static class CursorSingle extends GatingTest.Steps
    {
        public CursorSingle()
        {
            super(Publication.CURSOR, ProducerMode.SINGLE);
        }

        @Actor
        public void producer(final II_Result r)
        {
            producerStep(r);
        }

        @Actor
        public void consumer(final II_Result r)
        {
            consumerStep(r);
        }

        @Arbiter
        public void after(final II_Result r)
        {
            afterStep(r);
        }
    }

    @JCStressTest
    @JCStressMeta(GatingTest.class)
    @State
    public static class CursorMulti extends GatingTest.Steps
    {
        public CursorMulti()
        {
            super(Publication.CURSOR, ProducerMode.MULTI);
        }

        @Actor
        public void producer(final II_Result r)
        {
            producerStep(r);
        }

        @Actor
        public void consumer(final II_Result r)
        {
            consumerStep(r);
        }

        @Arbiter
        public void after(final II_Result r)
        {
            afterStep(r);
        }
    }

    @JCStressTest
    @JCStressMeta(GatingTest.class)
    @State
    public static class InSlotSingle extends GatingTest.Steps
    {
        public InSlotSingle()
        {
            super(Publication.IN_SLOT, ProducerMode.SINGLE);
        }

        @Actor
        public void producer(final II_Result r)
        {
            producerStep(r);
        }

        @Actor
        public void consumer(final II_Result r)
        {
            consumerStep(r);
        }

        @Arbiter
        public void after(final II_Result r)
        {
            afterStep(r);
        }
    }

    @JCStressTest
    @JCStressMeta(GatingTest.class)
    @State
    public static class InSlotMulti extends GatingTest.Steps
    {
        public InSlotMulti()
        {
            super(Publication.IN_SLOT, ProducerMode.MULTI);
        }

        @Actor
        public void producer(final II_Result r)
        {
            producerStep(r);
        }

        @Actor
        public void consumer(final II_Result r)
        {
            consumerStep(r);
        }

        @Arbiter
        public void after(final II_Result r)
        {
            afterStep(r);
        }
    }
}
