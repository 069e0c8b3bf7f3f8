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

import java.util.List;
import java.util.function.UnaryOperator;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

import io.packetflow.latency.benchmarks.chain.ChainSteps;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Hot path. The six steps as behaviours of actors. */
public final class PekkoSteps
{
    private static final List<UnaryOperator<Numbers>> MIDDLE = List.of(
        numbers -> numbers.with(ChainSteps.mix(numbers.value)),
        numbers -> numbers.with(ChainSteps.offset(numbers.value, numbers.first)),
        numbers -> numbers.with(ChainSteps.clamp(numbers.value, numbers.second)),
        numbers -> numbers.with(ChainSteps.scale(numbers.value)));

    private PekkoSteps()
    {
    }

    /** Returns Pekko's own defaults, without lines on the console. */
    public static Config quietConfig()
    {
        return ConfigFactory.parseString("pekko.loglevel = OFF, pekko.stdout-loglevel = OFF")
            .withFallback(ConfigFactory.load());
    }

    /** Returns the first actor's behaviour, which makes those behind it. */
    static Behavior<Numbers> first(final Landing landing)
    {
        return Behaviors.setup(context ->
        {
            ActorRef<Numbers> next = context.spawn(last(landing), "step6");
            for (int step = MIDDLE.size() - 1; step >= 0; step--)
            {
                next = context.spawn(forward(MIDDLE.get(step), next), "step" + (step + 2));
            }
            return forward(numbers -> numbers.withSum(ChainSteps.add(numbers.first, numbers.second)), next);
        });
    }

    private static Behavior<Numbers> forward(final UnaryOperator<Numbers> step, final ActorRef<Numbers> next)
    {
        return Behaviors.receiveMessage(numbers ->
        {
            next.tell(step.apply(numbers));
            return Behaviors.same();
        });
    }

    private static Behavior<Numbers> last(final Landing landing)
    {
        return Behaviors.receiveMessage(numbers ->
        {
            landing.land(ChainSteps.fold(numbers.value, numbers.sum));
            return Behaviors.same();
        });
    }

    /** A message: the two numbers of the input, their sum, and what the step before gave. */
    record Numbers(long first, long second, long sum, long value)
    {
        private Numbers with(final long newValue)
        {
            return new Numbers(first, second, sum, newValue);
        }

        private Numbers withSum(final long newSum)
        {
            return new Numbers(first, second, newSum, newSum);
        }
    }
}
