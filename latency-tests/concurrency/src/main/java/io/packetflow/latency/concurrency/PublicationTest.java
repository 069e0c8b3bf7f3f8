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
 * Guarantee 2: what a producer wrote before it published is seen by whom the slot is available to.
 */
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Not available yet.")
@Outcome(id = "1, 14", expect = Expect.ACCEPTABLE, desc = "Available, and every word is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The promise is broken.")
public class PublicationTest
{
    /** What the actors do, on whatever ring. */
    abstract static class Steps extends RingFixture
    {
        Steps(final Publication publication, final ProducerMode mode)
        {
            super(publication, mode, 2);
        }

        final void producerStep(final II_Result r)
        {
            produce();
        }

        final void consumerStep(final II_Result r)
        {
            if (consumer.available() >= 0)
            {
                r.r1 = 1;
                r.r2 = count(0, 1);
            }
        }

        final void afterStep(final II_Result r)
        {
            close();
        }
    }

    @JCStressTest
    @JCStressMeta(PublicationTest.class)
    @State
    public static class CursorSingle extends PublicationTest.Steps
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
    @JCStressMeta(PublicationTest.class)
    @State
    public static class CursorMulti extends PublicationTest.Steps
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
    @JCStressMeta(PublicationTest.class)
    @State
    public static class InSlotSingle extends PublicationTest.Steps
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
    @JCStressMeta(PublicationTest.class)
    @State
    public static class InSlotMulti extends PublicationTest.Steps
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
