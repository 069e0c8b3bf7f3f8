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

import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.peers.PeerFork;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cold path. What an idle actor takes: the heap that is left after a collection, with them and without. */
@Command(name = "actor-memory", description = "Bytes of an idle Pekko actor.")
public final class ActorMemoryFork extends PeerFork
{
    private static final int COLLECTIONS = 3;
    private static final int FIRST = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(names = "--entities", required = true, paramLabel = "N", description = "how many are made")
    private int entities;

    @Override
    protected void measure(final ForkResult.Builder result) throws Exception
    {
        try (IdleActors actors = new IdleActors())
        {
            // What the first actors load and make for all of them is none of theirs.
            actors.spawn(FIRST, PATIENCE);
            final long before = usedBytes();
            actors.spawn(entities, PATIENCE);
            result.number(Measure.BYTES_PER_PACKET, (double)(usedBytes() - before) / entities);
        }
    }

    private static long usedBytes()
    {
        final Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < COLLECTIONS; i++)
        {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
