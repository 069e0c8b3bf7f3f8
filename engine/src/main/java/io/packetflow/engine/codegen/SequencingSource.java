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
package io.packetflow.engine.codegen;

import java.util.List;

import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.plan.ClockMode;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;
import io.packetflow.ringbuffers.pressure.BackPressure;

/**
 * Writes how the sequencing node merges its sources: the earliest logical time comes next, timers before what happens
 * at or after their deadline, equal times in order of the sources.
 *
 * <p>With source time and a back edge whose packet does not run in the sequencing loop, an instance may only be
 * admitted if no instance in flight can still emit one that belongs before it: its time must lie before the oldest
 * instance in flight plus the back edge's delay. So every plan admits the same instances in the same order.
 */
final class SequencingSource
{
    private static final String NONE = "io.packetflow.engine.packet.InstanceSource.NONE";

    private final ReactorPlan plan;
    private final List<SourceSpec> sources;
    private final StagePlan inline;
    private final int batchLimit;
    private final JavaWriter out;

    SequencingSource(
        final ReactorPlan plan,
        final List<SourceSpec> sources,
        final StagePlan inline,
        final int batchLimit,
        final JavaWriter out)
    {
        this.plan = plan;
        this.sources = sources;
        this.inline = inline;
        this.batchLimit = batchLimit;
        this.out = out;
    }

    /**
     * Whether the sequencing loop runs the whole molecule: then nobody waits for a publication, and the loop
     * publishes and completes what it did once a batch.
     */
    private boolean isAlone()
    {
        return inline != null && plan.stages().size() == 1;
    }

    void write()
    {
        final boolean horizon = needsHorizon();
        out.open("private int sequence()");
        out.line("int count = 0;");
        out.open("while (count < " + batchLimit + ")");
        if (horizon)
        {
            // Read before the sources: what an instance emitted is seen once the instance is seen completed.
            out.line("final long horizonNanos = horizonNanos();");
        }
        writeChoice();
        if (horizon)
        {
            out.open("if (timeNanos >= horizonNanos)").line("break;").close();
        }
        writeAdmission();
        out.line("count++;");
        out.close();
        if (isAlone())
        {
            out.line("flush();");
        }
        out.line("return count;");
        out.close().line("");
        if (horizon)
        {
            writeHorizon();
        }
        writeTake();
        if (plan.ring().backPressure() != BackPressure.SPIN)
        {
            writeDiscard();
        }
    }

    private boolean needsHorizon()
    {
        return plan.options().clock() == ClockMode.SOURCE && sources.stream().anyMatch(this::isDeferred);
    }

    private boolean isDeferred(final SourceSpec source)
    {
        return source.isBackEdge() &&
            (inline == null || plan.placement(source.emitter()).stage() != inline.index());
    }

    private void writeChoice()
    {
        out.line("int source = -1;");
        out.line("long timeNanos = %s;", NONE);
        for (int i = 0; i < sources.size(); i++)
        {
            out.line("final long time%d = source%d.nextTimeNanos();", i, i);
            out.open("if (time" + i + " < timeNanos)");
            out.line("timeNanos = time%d;", i).line("source = %d;", i);
            out.close();
        }
        if (plan.options().clock() == ClockMode.UTC)
        {
            out.line("final long readyNanos = clockNanos();");
            writeTimer("isTimerDue(readyNanos)");
            out.open("if (source < 0)").line("break;").close();
            out.line("timeNanos = source == %d ? timerDeadlineNanos : readyNanos;", sources.size());
        }
        else
        {
            out.open("if (source < 0)").line("break;").close();
            writeTimer("timeNanos >= timerDeadlineNanos");
        }
    }

    private void writeTimer(final String isDue)
    {
        if (hasTimer())
        {
            out.open("if (" + isDue + ")");
            out.line("timeNanos = timerDeadlineNanos;").line("source = %d;", sources.size());
            out.close();
        }
    }

    private void writeTimerFollows()
    {
        if (hasTimer() && plan.options().clock() == ClockMode.UTC)
        {
            out.open("if (source == " + sources.size() + ")").line("armTimer(readyNanos);").close();
        }
        else if (hasTimer())
        {
            out.line("followTimer(source == %d);", sources.size());
        }
    }

    private boolean hasTimer()
    {
        return plan.molecule().kinds().contains(InstanceKind.TIMER);
    }

    private void writeAdmission()
    {
        writeClaim();
        out.line("final int slot = ring.offset(sequence);");
        out.line("header.wrap(slot);");
        out.line("input.wrap(slot + %d);", plan.ring().layout().offset(ReactorPlan.INPUT_AREA));
        out.line("take(source);");
        out.open("if (timeNanos >= lastTimeNanos)").line("lastTimeNanos = timeNanos;").close();
        // Logical time never decreases: what comes late is admitted at the time of what came before it.
        out.open("else if (timeNanos != Long.MIN_VALUE)").line("backwardsCount++;").close();
        writeTimerFollows();
        out.line("header.identify(firstSequence + sequence, lastTimeNanos, source);");
        if (!isAlone())
        {
            out.line("ring.publish(sequence);");
            out.line("lastPublished = sequence;");
        }
        if (inline != null)
        {
            writeInlineStage();
        }
    }

    private void writeInlineStage()
    {
        out.line("sequenceInProgress = sequence;");
        if (!isAlone())
        {
            out.line("stageInProgress = %d;", inline.index());
        }
        final String call = "onInstance" + inline.index() + "(slot, header.kind())";
        out.line(inline.publishesStops() ? "slab.putLong(slot + " +
            plan.ring().layout().offset(inline.statusArea()) + ", " + call + ");" : call + ";");
        if (isAlone())
        {
            out.line("finished = sequence;");
            return;
        }
        out.line("stageInProgress = NO_STAGE;");
        // A ring whose checks are on wants to be asked before a completion; this loop knows what it has published.
        out.open("if (io.packetflow.layout.memory.Slab.BOUNDS_CHECKS)");
        out.line("consumer%d.available();", inline.index()).close();
        out.line("consumer%d.complete(sequence);", inline.index());
    }

    /** Writes what publishes and completes the instances that were finished since. */
    void writeFlush()
    {
        out.line("@Override").open("public void flush()");
        if (isAlone())
        {
            out.open("if (finished > lastPublished)");
            out.line("ring.publish(finished);");
            out.line("lastPublished = finished;");
            out.open("if (io.packetflow.layout.memory.Slab.BOUNDS_CHECKS)");
            out.line("consumer%d.available();", inline.index()).close();
            out.line("consumer%d.complete(finished);", inline.index());
            out.close();
        }
        out.close().line("");
    }

    /** Only what comes from outside is ever shed or rejected; back edges and timers come again. */
    private void writeClaim()
    {
        final boolean drops = plan.ring().backPressure() != BackPressure.SPIN;
        if (!drops && isAlone())
        {
            writeBatchClaim();
            return;
        }
        final int firstOutside = (int)sources.stream().filter(SourceSpec::isBackEdge).count();
        if (!drops)
        {
            out.line("final long sequence = ring.tryClaim();");
            out.open("if (sequence < 0)").line("fullCount++;").line("break;").close();
            return;
        }
        out.line("final boolean droppable = source >= %d && source < %d;", firstOutside, sources.size());
        out.line("final long sequence = droppable ? gate.claim() : ring.tryClaim();");
        out.open("if (sequence < 0)");
        out.line("fullCount++;");
        out.open("if (!droppable || sequence == io.packetflow.ringbuffers.pressure.ClaimGate.FULL_COME_AGAIN)");
        out.line("break;").close();
        out.line("discard(source, sequence == io.packetflow.ringbuffers.pressure.ClaimGate.REJECTED);");
        out.line("count++;").line("continue;");
        out.close();
    }

    /** Nobody else claims or waits, so slots are claimed some at a time and kept for the next duty cycle. */
    private void writeBatchClaim()
    {
        final int claims = Math.max(1, Math.min(batchLimit, plan.ring().capacity()) / 4);
        out.line("final long sequence = sequenceInProgress + 1;");
        out.open("if (sequence > claimed)");
        out.line("flush();");
        out.line("final long high = ring.tryClaim(%d);", claims);
        out.open("if (high < 0)").line("fullCount++;").line("break;").close();
        out.line("claimed = high;");
        out.close();
    }

    private void writeDiscard()
    {
        out.open("private void discard(final int source, final boolean rejected)");
        out.open("switch (source)");
        for (int i = 0; i < sources.size(); i++)
        {
            out.line("case %d:", i).line("    source%d.discard(rejected);", i).line("    break;");
        }
        out.line("default:").line("    throw new IllegalStateException(\"no source \" + source);");
        out.close().close().line("");
    }

    private void writeHorizon()
    {
        out.open("private long horizonNanos()");
        out.line("long horizonNanos = %s;", NONE);
        for (final SourceSpec source : sources)
        {
            if (isDeferred(source))
            {
                final int stage = plan.placement(source.emitter()).stage();
                out.openBlock();
                out.line("final long completed = consumer%d.completed();", stage);
                out.open("if (completed < lastPublished)");
                out.line("final long oldestNanos = slab.getLong(ring.offset(completed + 1) + %d);",
                    InstanceHeader.LAYOUT.offset("logicalTimeNanos"));
                out.line("horizonNanos = Math.min(horizonNanos, oldestNanos + %dL);", source.minimumDelayNanos());
                out.close();
                out.close();
            }
        }
        out.line("return horizonNanos;");
        out.close().line("");
    }

    private void writeTake()
    {
        out.open("private void take(final int source)");
        out.open("switch (source)");
        for (int i = 0; i < sources.size(); i++)
        {
            out.line("case %d:", i).line("    source%d.take(header, input);", i);
            if (sources.get(i).isBackEdge())
            {
                out.line("    backEdgeCount++;");
            }
            out.line("    break;");
        }
        if (hasTimer())
        {
            out.line("case %d:", sources.size());
            out.line("    header.describe(%d, 0);", InstanceKind.TIMER.code());
            out.line("    header.stamp(0, 0);");
            out.line("    timerCount++;");
            out.line("    break;");
        }
        out.line("default:").line("    throw new IllegalStateException(\"no source \" + source);");
        out.close();
        out.close().line("");
    }
}
