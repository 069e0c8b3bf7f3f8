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

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.molecule.InstanceKind;

/**
 * Cold path. A molecule's sources by name, in order of precedence, as the journal's records number them, and of each
 * its own number of the last input that the journal has. From there a source from outside goes on after a replay.
 * Filled by the reactor's thread; from the beginning of the run on the sequencing node's thread copies into the values
 * when it takes a snapshot.
 */
final class SourceNumbers
{
    private final List<String> names;
    private final long[] values;

    private SourceNumbers(final List<String> names)
    {
        this.names = names;
        this.values = new long[names.size()];
    }

    /** Returns the sources of a concluded context, none of which has brought anything yet. */
    static SourceNumbers of(final ReactorContext context)
    {
        final List<String> names = new ArrayList<>();
        context.backEdges().forEach(edge -> names.add("back edge of " + edge.packet()));
        context.sources().forEach(source -> names.add(source.name()));
        if (context.molecule().kinds().contains(InstanceKind.TIMER))
        {
            names.add("timer");
        }
        return new SourceNumbers(List.copyOf(names));
    }

    /** Returns the names in order of precedence. */
    List<String> names()
    {
        return names;
    }

    /** Returns the numbers in order of precedence; not a copy, as a snapshot carries them along and restores them. */
    long[] values()
    {
        return values;
    }

    /** Tells a replay what its journal goes on after. */
    void giveTo(final ReplaySource source)
    {
        for (int i = 0; i < values.length; i++)
        {
            source.clientSequence(i, values[i]);
        }
    }

    /** Takes over what a replay has come to. */
    void takeFrom(final ReplaySource source)
    {
        for (int i = 0; i < values.length; i++)
        {
            values[i] = source.clientSequence(i);
        }
    }

    /** Lets a molecule's sources from outside go on behind what the journal has of them. */
    void resume(final RunningMolecule molecule)
    {
        for (int i = molecule.backEdges().size(); i < molecule.sources().size(); i++)
        {
            molecule.sources().get(i).resumeAfter(values[i]);
        }
    }
}
