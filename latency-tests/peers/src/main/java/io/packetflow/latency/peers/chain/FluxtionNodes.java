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
package io.packetflow.latency.peers.chain;

import com.fluxtion.runtime.annotations.OnEventHandler;
import com.fluxtion.runtime.annotations.OnTrigger;

import io.packetflow.latency.benchmarks.chain.ChainSteps;

/** Hot path. The six nodes, each a reference to those that it reads, as Fluxtion's documentation has it. */
public final class FluxtionNodes
{
    private FluxtionNodes()
    {
    }

    static Fold chain()
    {
        final Add add = new Add();
        final Mix mix = new Mix();
        mix.before = add;
        final Offset offset = new Offset();
        offset.before = mix;
        offset.input = add;
        final Clamp clamp = new Clamp();
        clamp.before = offset;
        clamp.input = add;
        final Scale scale = new Scale();
        scale.before = clamp;
        final Fold fold = new Fold();
        fold.before = scale;
        fold.first = add;
        return fold;
    }

    /** The event: two numbers, and what came of them. */
    public static final class Numbers
    {
        public long first;
        public long second;
        public long result;
    }

    /** Adds the two numbers of the event, and keeps it for those behind. */
    public static final class Add
    {
        transient Numbers event;
        transient long value;

        /** Takes an event. */
        @OnEventHandler
        public boolean onNumbers(final Numbers numbers)
        {
            event = numbers;
            value = ChainSteps.add(numbers.first, numbers.second);
            return true;
        }
    }

    /** Mixes the bits. */
    public static final class Mix
    {
        public Add before;
        transient long value;

        /** Takes what was added. */
        @OnTrigger
        public boolean onAdd()
        {
            value = ChainSteps.mix(before.value);
            return true;
        }
    }

    /** Adds the first number of the event. */
    public static final class Offset
    {
        public Mix before;
        public Add input;
        transient long value;

        /** Takes what was mixed. */
        @OnTrigger
        public boolean onMix()
        {
            value = ChainSteps.offset(before.value, input.event.first);
            return true;
        }
    }

    /** Raises to the second number of the event at least. */
    public static final class Clamp
    {
        public Offset before;
        public Add input;
        transient long value;

        /** Takes what was moved. */
        @OnTrigger
        public boolean onOffset()
        {
            value = ChainSteps.clamp(before.value, input.event.second);
            return true;
        }
    }

    /** Multiplies. */
    public static final class Scale
    {
        public Clamp before;
        transient long value;

        /** Takes what was raised. */
        @OnTrigger
        public boolean onClamp()
        {
            value = ChainSteps.scale(before.value);
            return true;
        }
    }

    /** Folds the result with the sum of the first node. */
    public static final class Fold
    {
        public Scale before;
        public Add first;

        /** Takes what was multiplied. */
        @OnTrigger
        public boolean onScale()
        {
            first.event.result = ChainSteps.fold(before.value, first.value);
            return true;
        }
    }
}
