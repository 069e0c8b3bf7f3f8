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
package io.packetflow.latency.peers.memory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.packetflow.latency.peers.chain.PekkoSteps;

import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Cold path. Actors that wait for a message, children of one parent, each with a number as its state. */
final class IdleActors implements AutoCloseable
{
    private final ActorSystem<Integer> system;
    private volatile CountDownLatch spawned;

    IdleActors()
    {
        system = ActorSystem.create(parent(), "idle", PekkoSteps.quietConfig());
    }

    private Behavior<Integer> parent()
    {
        return Behaviors.setup(context -> Behaviors.receiveMessage(count ->
        {
            for (int i = 0; i < count; i++)
            {
                context.spawnAnonymous(idle(i));
            }
            spawned.countDown();
            return Behaviors.same();
        }));
    }

    private static Behavior<Integer> idle(final int state)
    {
        final int[] held = {state};
        return Behaviors.setup(context -> Behaviors.receiveMessage(value ->
        {
            held[0] += value;
            return Behaviors.same();
        }));
    }

    void spawn(final int count, final Duration patience) throws InterruptedException
    {
        spawned = new CountDownLatch(1);
        system.tell(count);
        if (!spawned.await(patience.toSeconds(), TimeUnit.SECONDS))
        {
            throw new IllegalStateException("Pekko makes no " + count + " actors within " + patience);
        }
    }

    @Override
    public void close()
    {
        system.terminate();
    }
}
