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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.ringbuffers.ring.SlotConsumer;

/**
 * Hot path. The duty cycle of one node; generated code extends it. All fields belong to the node's thread; the counts
 * are read by the conductor, which may see them a little late.
 */
public abstract class NodeProgram
{
    private static final VarHandle LAST_PUBLISHED;
    private static final VarHandle TIMER_COUNT;
    private static final VarHandle BACK_EDGE_COUNT;
    private static final VarHandle FULL_COUNT;
    private static final VarHandle BACKWARDS_COUNT;

    static
    {
        try
        {
            final MethodHandles.Lookup lookup = MethodHandles.lookup();
            LAST_PUBLISHED = lookup.findVarHandle(NodeProgram.class, "lastPublished", long.class);
            TIMER_COUNT = lookup.findVarHandle(NodeProgram.class, "timerCount", long.class);
            BACK_EDGE_COUNT = lookup.findVarHandle(NodeProgram.class, "backEdgeCount", long.class);
            FULL_COUNT = lookup.findVarHandle(NodeProgram.class, "fullCount", long.class);
            BACKWARDS_COUNT = lookup.findVarHandle(NodeProgram.class, "backwardsCount", long.class);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The timer has no deadline yet. */
    protected static final long NOT_ARMED = Long.MAX_VALUE;

    /** No stage is processing an instance. */
    protected static final int NO_STAGE = -1;

    /** Stage whose instance is being processed, {@link #NO_STAGE} between instances. */
    protected int stageInProgress = NO_STAGE;
    /**
     * Highest ring sequence that is finished but perhaps not published; only where one loop runs the whole molecule.
     */
    protected long finished = -1;
    /** Ring sequence that is being processed. */
    protected long sequenceInProgress = -1;
    /** Highest ring sequence published. */
    protected long lastPublished = -1;
    /** Logical time of the instance last admitted. */
    protected long lastTimeNanos = Long.MIN_VALUE;
    /** Identity of the instance at ring sequence 0. */
    protected long firstSequence = 1;
    /** Logical time at which the next timer instance is due; {@link Long#MAX_VALUE} while it is not armed. */
    protected long timerDeadlineNanos = NOT_ARMED;
    /** Highest ring sequence claimed; only where one loop runs the whole molecule. */
    protected long claimed = -1;
    /** Timer instances admitted. */
    protected long timerCount;
    /** Instances admitted from back edges. */
    protected long backEdgeCount;
    /** Duty cycles that found the ring full. */
    protected long fullCount;
    /** Instances whose own time lay before the one admitted last; they were admitted at the latter's time. */
    protected long backwardsCount;

    /** Gated outputs that the instance in progress wants to release, a bit for each packet. */
    protected long releasing;
    /** Whether the instance admitted last asks for a snapshot, so that nothing may be admitted before it is taken. */
    protected boolean boundary;

    /** Whether the sequencing node takes anything from its sources. */
    protected boolean admitting = true;

    private long timerPeriodNanos = 1_000_000_000L;
    private long epochOffsetNanos;

    /** For generated subclasses. */
    protected NodeProgram()
    {
    }

    /**
     * Runs one duty cycle: admits and processes at most a batch for each stage.
     *
     * @return how many instances were admitted or processed, 0 if there was nothing to do
     */
    public abstract int doWork();

    /**
     * Admits commands, timers and what packets send themselves, and nothing from outside; only on the sequencing node
     * of a molecule that cancels live orders when it stops.
     *
     * @return how many instances were admitted
     */
    protected int admitInside()
    {
        throw new IllegalStateException("this molecule declares nothing that is cancelled when it stops");
    }

    /** Returns whether no source will bring anything any more; only the sequencing node has sources. */
    public abstract boolean sourcesExhausted();

    /** Returns whether a loop that runs the whole molecule is in the middle of an instance. */
    protected boolean isUnfinished()
    {
        return false;
    }

    /** Publishes and completes what is finished; nothing where that is done at once. */
    public void flush()
    {
        // Stages of their own complete as they go.
    }

    /** Gives up the instance in progress after its handler failed: its remaining packets skip it. */
    public abstract void quarantine();

    /**
     * Asks a consumer what is available until it knows of a sequence; one call may look at some slots only.
     *
     * @param consumer of a stage
     * @param sequence that is published
     */
    protected static void ask(final SlotConsumer consumer, final long sequence)
    {
        for (long known = consumer.available(); known < sequence; known = consumer.available())
        {
            consumer.complete(known);
        }
    }

    /**
     * Tells whether a command asks for a snapshot.
     *
     * @param header of the command's instance
     * @param input of the command's instance
     * @return whether it does
     */
    protected static boolean isSnapshot(final InstanceHeader header, final InstanceInput input)
    {
        return header.kind() == InstanceKind.CONTROL.code() && input.getLong(0) == ControlCommands.SNAPSHOT;
    }

    final boolean isBoundary()
    {
        return boundary;
    }

    final void endBoundary()
    {
        boundary = false;
    }

    /** Cold. Goes on behind an instance that another run has admitted; before the first duty cycle. */
    final void beginAfter(final long instance, final long timeNanos)
    {
        firstSequence = instance + 1;
        lastTimeNanos = timeNanos;
    }

    /** Cold. Goes on where another program over the same ring has stopped between two instances. */
    final void continueFrom(final NodeProgram other)
    {
        finished = other.finished;
        claimed = other.claimed;
        sequenceInProgress = other.sequenceInProgress;
        lastPublished = other.lastPublished;
        lastTimeNanos = other.lastTimeNanos;
        firstSequence = other.firstSequence;
        timerDeadlineNanos = other.timerDeadlineNanos;
        timerCount = other.timerCount;
        backEdgeCount = other.backEdgeCount;
    }

    /** Cold. What the sequencing knows besides the sources: part of a snapshot. */
    final void exchangeSequencing(final StateExchange state)
    {
        lastTimeNanos = state.int64("lastTimeNanos", lastTimeNanos);
        timerDeadlineNanos = state.int64("timerDeadlineNanos", timerDeadlineNanos);
    }

    final long lastTimeNanos()
    {
        return lastTimeNanos;
    }

    final long firstInstance()
    {
        return firstSequence;
    }

    final void configure(final long periodNanos, final long offsetNanos)
    {
        timerPeriodNanos = periodNanos;
        epochOffsetNanos = offsetNanos;
    }

    final void admitting(final boolean value)
    {
        admitting = value;
    }

    /** Returns the stamp of the sequencing node, UTC-based, never decreasing. */
    protected final long clockNanos()
    {
        return Math.max(lastTimeNanos, epochOffsetNanos + System.nanoTime());
    }

    /**
     * UTC time: tells whether a timer instance comes next. The first duty cycle of all arms the timer.
     *
     * @param nowNanos present time
     * @return whether the deadline has come
     */
    protected final boolean isTimerDue(final long nowNanos)
    {
        if (timerDeadlineNanos == NOT_ARMED)
        {
            armTimer(nowNanos);
        }
        return nowNanos >= timerDeadlineNanos;
    }

    /**
     * Source time: follows the instance that was admitted last. The first instance of all arms the timer, and so does
     * the first one after each timer instance: where time jumps over several deadlines there is one timer instance, for
     * the first of them. What might have come next when the timer was taken does not count: it depends on the plan
     * whether an emission of an instance in flight was in sight by then.
     *
     * @param byTimer whether it was a timer instance
     */
    protected final void followTimer(final boolean byTimer)
    {
        if (byTimer)
        {
            timerDeadlineNanos = NOT_ARMED;
        }
        else if (timerDeadlineNanos == NOT_ARMED && lastTimeNanos != Long.MIN_VALUE)
        {
            armTimer(lastTimeNanos);
        }
    }

    /**
     * Arms the timer for the first multiple of its period after the present.
     *
     * @param nowNanos present time
     */
    protected final void armTimer(final long nowNanos)
    {
        timerDeadlineNanos = (Math.floorDiv(nowNanos, timerPeriodNanos) + 1) * timerPeriodNanos;
    }

    final long publishedCount()
    {
        return (long)LAST_PUBLISHED.getOpaque(this) + 1;
    }

    final long sourceCount()
    {
        return publishedCount() - backEdgeCount() - (long)TIMER_COUNT.getOpaque(this);
    }

    final long backEdgeCount()
    {
        return (long)BACK_EDGE_COUNT.getOpaque(this);
    }

    final long fullCount()
    {
        return (long)FULL_COUNT.getOpaque(this);
    }

    final long backwardsCount()
    {
        return (long)BACKWARDS_COUNT.getOpaque(this);
    }

    final long lastPublished()
    {
        return lastPublished;
    }

    final int stageInProgress()
    {
        return stageInProgress;
    }

    final boolean isInstanceInProgress()
    {
        return stageInProgress != NO_STAGE || isUnfinished();
    }

    final long lastAdmittedInstance()
    {
        return firstSequence + Math.max(lastPublished, finished);
    }

    final long instanceInProgress()
    {
        return firstSequence + sequenceInProgress;
    }
}
