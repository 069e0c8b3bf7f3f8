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

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.append.JournalGate;

/**
 * Cold path. The programs of a molecule's nodes: where a journal is, first those that replay it, then those of the run,
 * which go on where the others have stopped. Used by the thread that makes the molecule; the nodes' threads are given
 * their programs when they are made.
 */
final class NodePrograms
{
    private final ProgramClasses classes;
    private final List<NodeBinding> bindings;
    private final long timerPeriodNanos;
    private final long epochOffsetNanos;
    private final List<NodeProgram> programs = new ArrayList<>();

    /**
     * Prepares; makes no program yet.
     *
     * @param context of the molecule
     * @param classes of the programs
     * @param bindings of the nodes, in order
     */
    NodePrograms(final ReactorContext context, final ProgramClasses classes, final List<NodeBinding> bindings)
    {
        this.classes = classes;
        this.bindings = bindings;
        this.timerPeriodNanos = context.timerPeriodNanos();
        this.epochOffsetNanos = context.epochOffsetNanos();
    }

    /** Makes the programs of a run that is not journaled. */
    void run()
    {
        for (int i = 0; i < bindings.size(); i++)
        {
            programs.add(program(classes.run().get(i), bindings.get(i)));
        }
    }

    /** Makes the programs that replay a journal. */
    void replay(final ReplaySource journal)
    {
        programs.clear();
        for (int i = 0; i < bindings.size(); i++)
        {
            programs.add(program(classes.replay().get(i), bindings.get(i).replaying(journal)));
        }
    }

    /** Makes the programs of a journaled run; they go on where those of a replay have stopped. */
    void run(final JournalAppender journal, final JournalGate durable)
    {
        final List<NodeProgram> before = List.copyOf(programs);
        programs.clear();
        for (int i = 0; i < bindings.size(); i++)
        {
            programs.add(program(classes.run().get(i), bindings.get(i).journaled(journal, durable)));
            if (!before.isEmpty())
            {
                programs.get(i).continueFrom(before.get(i));
            }
        }
    }

    private NodeProgram program(final Class<? extends NodeProgram> type, final NodeBinding binding)
    {
        final NodeProgram program = instantiate(type, binding);
        program.configure(timerPeriodNanos, epochOffsetNanos);
        return program;
    }

    private static NodeProgram instantiate(final Class<? extends NodeProgram> type, final NodeBinding binding)
    {
        try
        {
            return type.getConstructor(NodeBinding.class).newInstance(binding);
        }
        catch (final InvocationTargetException e)
        {
            throw new IllegalStateException("the node " + type.getSimpleName() + " cannot be made: " + e.getCause(), e);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new IllegalStateException("the node " + type.getSimpleName() + " cannot be made", e);
        }
    }

    /** Returns the programs in the order of their nodes, none before they are made. */
    List<NodeProgram> all()
    {
        return programs;
    }

    /** Returns the program of the node that sequences. */
    NodeProgram sequencing()
    {
        return programs.get(0);
    }
}
