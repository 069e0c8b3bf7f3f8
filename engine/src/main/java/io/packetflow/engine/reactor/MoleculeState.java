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

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.packet.JournalHandler;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.layout.state.Stateless;

/**
 * Cold path. All state of a running molecule that outlives an instance: sequencing, back edges, resources, handlers.
 * Exchanged while no instance is in progress. It is that of one sequence, and the same under every plan.
 */
final class MoleculeState implements Stateful
{
    private final RunningMolecule molecule;
    private final long[] clientSequences;

    /**
     * Makes it.
     *
     * @param molecule whose state it is
     * @param clientSequences of the sources from outside, which the snapshot carries along
     */
    MoleculeState(final RunningMolecule molecule, final long[] clientSequences)
    {
        this.molecule = molecule;
        this.clientSequences = clientSequences;
    }

    @Override
    public void exchange(final StateExchange state)
    {
        state.part("sequencing", molecule.sequencing()::exchangeSequencing);
        state.longs("client sequences", clientSequences);
        molecule.backEdges().forEach((packet, edge) -> state.part("back edge of " + packet, edge));
        molecule.resources().forEach((name, resource) -> exchange(state, "resource " + name, resource));
        molecule.inOrder().forEach((name, handler) -> exchange(state, "packet " + name, handler));
        if (state.isRestoring())
        {
            molecule.lookForEmissions();
        }
    }

    private static void exchange(final StateExchange state, final String name, final Object owner)
    {
        if (owner instanceof Stateful stateful)
        {
            state.part(name, stateful);
        }
    }

    /** Returns what stands in the way of snapshots, one sentence each: state that nobody could restore. */
    static List<String> obstacles(final RunningMolecule molecule)
    {
        final List<String> obstacles = new ArrayList<>();
        for (final Map.Entry<String, Object> resource : molecule.resources().entrySet())
        {
            final Object table = resource.getValue();
            if (!(table instanceof Stateful || table instanceof Stateless || table instanceof JournalHandler))
            {
                obstacles.add("the resource " + resource.getKey() + " (" + table.getClass().getName() +
                    ") is neither Stateful nor Stateless; implement one of them");
            }
        }
        for (final Map.Entry<String, PacketHandler> handler : molecule.inOrder().entrySet())
        {
            final boolean saved = handler.getValue() instanceof Stateful || usesState(molecule, handler.getKey());
            if (!saved && hashesState(handler.getValue().getClass()))
            {
                obstacles.add("the handler of packet " + handler.getKey() + " (" +
                    handler.getValue().getClass().getName() + ") hashes state that is neither its own, as it is not " +
                    "Stateful, nor that of a resource; implement Stateful");
            }
        }
        return obstacles;
    }

    /** Whether what the handler hashes may be the state of a resource, which is saved with it. */
    private static boolean usesState(final RunningMolecule molecule, final String packet)
    {
        return molecule.plan().molecule().packet(packet).orElseThrow().resources().stream()
            .anyMatch(name -> molecule.resources().get(name) instanceof Stateful);
    }

    private static boolean hashesState(final Class<?> type)
    {
        for (final Method method : type.getMethods())
        {
            if (method.getName().equals("stateHash") && method.getParameterCount() == 0)
            {
                return method.getDeclaringClass() != PacketHandler.class;
            }
        }
        return false;
    }
}
