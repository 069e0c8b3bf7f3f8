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
import io.packetflow.ringbuffers.ring.SlotConsumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A downstream consumer sees what its upstream consumer wrote into the slot before it completed it.
 */
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Not completed upstream yet.")
@Outcome(id = "1, 14", expect = Expect.ACCEPTABLE, desc = "Completed, and every word is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The promise is broken.")
public class ChainTest
{
    /** What the actors do, on whatever ring. */
    abstract static class Steps extends RingFixture
    {
        private SlotConsumer downstream;

        Steps(final Publication publication, final ProducerMode mode)
        {
            super(publication, mode, 2);
            produce();
        }

        @Override
        final void wire()
        {
            downstream = ring.newConsumer("downstream", consumer);
            ring.gateOn(downstream);
        }

        final void firstStep(final II_Result r)
        {
            if (consumer.available() >= 0)
            {
                write(0, 7);
                consumer.complete(0);
            }
        }

        final void secondStep(final II_Result r)
        {
            if (downstream.available() >= 0)
            {
                r.r1 = 1;
                r.r2 = count(0, 7);
            }
        }

        final void afterStep(final II_Result r)
        {
            close();
        }
    }

    @JCStressTest
    @JCStressMeta(ChainTest.class)
    @State
    public static class CursorSingle extends ChainTest.Steps
    {
        public CursorSingle()
        {
            super(Publication.CURSOR, ProducerMode.SINGLE);
        }

        @Actor
        public void first(final II_Result r)
        {
            firstStep(r);
        }

        @Actor
        public void second(final II_Result r)
        {
            secondStep(r);
        }

        @Arbiter
        public void after(final II_Result r)
        {
            afterStep(r);
        }
    }

    @JCStressTest
    @JCStressMeta(ChainTest.class)
    @State
    public static class InSlotSingle extends ChainTest.Steps
    {
        public InSlotSingle()
        {
            super(Publication.IN_SLOT, ProducerMode.SINGLE);
        }

        @Actor
        public void first(final II_Result r)
        {
            firstStep(r);
        }

        @Actor
        public void second(final II_Result r)
        {
            secondStep(r);
        }

        @Arbiter
        public void after(final II_Result r)
        {
            afterStep(r);
        }
    }
}
