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
package io.packetflow.engine.optimizer;

import java.util.Map;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.analysis.resource.Placement;
import io.packetflow.engine.analysis.resource.ResourceSafety;
import io.packetflow.engine.analysis.resource.Separation;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. Whether packets that did not wait for each other for ever may do so after a step (theorem 6.3): what runs
 * on one node holds nothing while it waits, what is parted may.
 */
final class WaitSafety
{
    private WaitSafety()
    {
    }

    static boolean isKept(final State before, final State after)
    {
        final boolean holdsWhileAcquiring =
            after.structure().composition().stream().anyMatch(packet -> packet.resources().size() > 1);
        return !holdsWhileAcquiring || after.placement().equals(before.placement()) ||
            isDeadlockFree(after) || !isDeadlockFree(before);
    }

    private static boolean isDeadlockFree(final State state)
    {
        final MolecularStructure staged = state.units().graph().structure();
        return ResourceSafety.of(staged, CausalOrder.of(staged), new Placement(state.placement()),
            Separation.of(staged, Map.of())).isDeadlockFree();
    }
}
