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
package io.packetflow.engine.reactor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.engine.plan.NodePlan;
import io.packetflow.engine.plan.ReactorPlan;

/** Cold path. Makes a molecule where its ring belongs: on a thread that runs on the sequencing node's core. */
final class MoleculeAllocation
{
    private MoleculeAllocation()
    {
    }

    /**
     * Makes something whose memory shall be first touched near the sequencing node.
     *
     * @param plan that tells the core
     * @param pinned whether nodes have cores at all
     * @param factory makes it
     * @param <T> type of what is made
     * @return what was made
     */
    static <T> T near(final ReactorPlan plan, final boolean pinned, final Supplier<T> factory)
    {
        final int cpu = plan.sequencingNode().cpu();
        if (!pinned || cpu == NodePlan.UNPINNED)
        {
            return factory.get();
        }
        final CompletableFuture<T> result = new CompletableFuture<>();
        final Thread thread = ThreadPinning.helperThread("packetflow-allocator", () ->
        {
            try
            {
                // Where pinning fails the memory lies wherever this thread runs; the nodes report the failure.
                ThreadPinning.pin(cpu);
                result.complete(factory.get());
            }
            catch (final RuntimeException | Error e)
            {
                result.completeExceptionally(e);
            }
        });
        thread.start();
        try
        {
            return result.join();
        }
        catch (final CompletionException e)
        {
            if (e.getCause() instanceof RuntimeException)
            {
                throw (RuntimeException)e.getCause();
            }
            throw e;
        }
    }
}
