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
import java.util.function.IntPredicate;

import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.plan.ReactorPlan;

/**
 * Writes how the sequencing node merges its sources: the earliest logical time comes next, timers before what happens
 * at or after their deadline, equal times in order of the sources.
 *
 * <p>With source time and a back edge whose packet does not run in the sequencing loop, an instance may only be
 * admitted if no instance in flight can still emit one that belongs before it: its time must lie before the oldest
 * instance in flight plus the back edge's delay. So every plan admits the same instances in the same order.
 *
 * <p>With the node's own stamp as time, commands and emissions whose time has come precede what comes from outside.
 *
 * <p>A molecule that cancels live orders when it stops gets a second, cold way in that leaves out what comes from
 * outside: commands, timers and back edges alone, merged by the same rules.
 *
 * <p>Where a single feed brings most instances ({@link Sequencing#feed}), the loop asks it alone and compares its time
 * with a bound, before which nothing else can come. The bound is taken anew whenever an instance may have moved it.
 */
final class SequencingSource
{
    private static final String NONE = "io.packetflow.engine.packet.InstanceSource.NONE";

    private final Sequencing sequencing;
    private final ReactorPlan plan;
    private final List<SourceSpec> sources;
    private final AdmissionSource admission;
    private final long emissionStoppers;
    private final JavaWriter out;

    SequencingSource(final Sequencing sequencing, final BondGraph graph, final JavaWriter out)
    {
        this.sequencing = sequencing;
        this.plan = sequencing.plan();
        this.sources = sequencing.sources();
        this.admission = new AdmissionSource(sequencing, out);
        this.emissionStoppers = emissionStoppers(graph);
        this.out = out;
    }

    /** The packets whose STOP means that no packet with a back edge has run. */
    private long emissionStoppers(final BondGraph graph)
    {
        return PacketBits.of(plan.molecule(), graph.commonAncestors(
            sources.stream().filter(SourceSpec::isBackEdge).map(SourceSpec::emitter).toList()));
    }

    void write()
    {
        if (sequencing.replays())
        {
            new ReplaySequencingSource(sequencing, admission, out).write();
            admission.writeMethods();
            return;
        }
        if (sequencing.feed() == Sequencing.NO_SOURCE)
        {
            out.open("private int sequence()");
            writeMerge(false);
        }
        else
        {
            writeFeedLoop();
            writeOthers();
            writeBound();
        }
        if (sequencing.cancelsAtStop())
        {
            writeInside();
        }
        if (sequencing.needsHorizon())
        {
            writeHorizon();
        }
        admission.writeMethods();
    }

    private void writeInside()
    {
        out.line("@Override").open("protected int admitInside()");
        if (sequencing.feed() == Sequencing.NO_SOURCE)
        {
            writeMerge(true);
            return;
        }
        // All but the feed is inside.
        out.line("int count = 0;");
        out.open("while (count < " + sequencing.batchLimit() + ")");
        writePolls();
        out.open("if (!admitOther(" + NONE + "))").line("break;").close();
        out.line("count++;");
        writeBoundary("break;");
        out.close();
        writeEnd();
    }

    /** A source that holds back for a slow reader of outputs does so in its poll: asked it is, and not listened to. */
    private void writePolls()
    {
        for (int i = sequencing.firstOutside(); i < sources.size(); i++)
        {
            if (!isInside(i))
            {
                out.line("source%d.nextTimeNanos();", i);
            }
        }
    }

    private void writeMerge(final boolean insideAlone)
    {
        out.line("int count = 0;");
        out.open("while (count < " + sequencing.batchLimit() + ")");
        if (sequencing.needsHorizon())
        {
            // Read before the sources: what an instance emitted is seen once the instance is seen completed.
            out.line("final long horizonNanos = horizonNanos();");
        }
        if (insideAlone)
        {
            writePolls();
        }
        writeChoice("break;", insideAlone ? this::isInside : sequencing::bringsWhileRunning);
        if (sequencing.needsHorizon())
        {
            out.open("if (timeNanos >= horizonNanos)").line("break;").close();
        }
        admission.writeClaim("break;", "count++;", "continue;");
        admission.writeInstance("source");
        writeTimerFollows();
        admission.writeRun("source");
        out.line("count++;");
        writeBoundary("break;");
        out.close();
        writeEnd();
    }

    private void writeFeedLoop()
    {
        final int feed = sequencing.feed();
        out.open("private int sequence()");
        out.line("int count = 0;");
        out.line("long boundNanos = boundNanos();");
        out.open("while (count < " + sequencing.batchLimit() + ")");
        out.line("final long timeNanos = source%d.nextTimeNanos();", feed);
        out.open("if (timeNanos >= boundNanos)");
        out.open("if (!admitOther(timeNanos))").line("break;").close();
        out.line("boundNanos = boundNanos();").line("count++;");
        writeBoundary("break;");
        out.line("continue;");
        out.close();
        admission.writeFeedClaim(feed, "break;", "count++;", "continue;");
        admission.writeFeedInstance(feed);
        admission.writeRun(String.valueOf(feed));
        out.line("count++;");
        if (emissionStoppers != 0 && sequencing.inline() != null)
        {
            out.open("if ((stopped & " + PacketBits.text(emissionStoppers) + ") == 0)");
            out.line("boundNanos = boundNanos();").close();
        }
        else if (sequencing.firstOutside() > 0)
        {
            out.line("boundNanos = boundNanos();");
        }
        out.close();
        writeEnd();
    }

    /** An instance that asks for a snapshot is the last one of its batch: the state is that of its sequence. */
    private void writeBoundary(final String leave)
    {
        if (sequencing.journals())
        {
            out.open("if (boundary)").line(leave).close();
        }
    }

    private void writeEnd()
    {
        if (sequencing.isAlone())
        {
            out.line("flush();");
        }
        out.line("return count;");
        out.close().line("");
    }

    /** Writes the choice among all sources, for when the feed's next instance is not the one that comes next. */
    private void writeOthers()
    {
        out.open("private boolean admitOther(final long feedTimeNanos)");
        writeChoice("return false;", source -> true);
        admission.writeClaim("return false;", "", "return true;");
        admission.writeInstance("source");
        writeTimerFollows();
        admission.writeRun("source");
        out.line("return true;");
        out.close().line("");
    }

    /** Writes the earliest time at which anything but the feed may come next. */
    private void writeBound()
    {
        out.open("private long boundNanos()");
        // An unarmed timer is armed by the next instance, whichever it is.
        out.line(sequencing.hasTimer() ?
            "long boundNanos = timerDeadlineNanos == NOT_ARMED ? Long.MIN_VALUE : timerDeadlineNanos;" :
            "long boundNanos = " + NONE + ";");
        if (sequencing.keepsEmissionBound())
        {
            out.line("boundNanos = Math.min(boundNanos, emissions.earliestNanos());");
        }
        for (int i = sequencing.firstOutside(); i < sources.size(); i++)
        {
            if (i != sequencing.feed() && sequencing.bringsWhileRunning(i))
            {
                out.line("boundNanos = Math.min(boundNanos, source%d.nextTimeNanos());", i);
            }
        }
        out.line("return boundNanos;");
        out.close().line("");
    }

    private void writeChoice(final String otherwise, final IntPredicate candidates)
    {
        out.line("int source = -1;");
        out.line("long timeNanos = %s;", NONE);
        if (sequencing.bySourceTime())
        {
            for (int i = 0; i < sources.size(); i++)
            {
                if (candidates.test(i))
                {
                    writeCandidate(i, "");
                }
            }
            out.open("if (source < 0)").line(otherwise).close();
            writeTimer("timeNanos >= timerDeadlineNanos");
            return;
        }
        writeChoiceByClock(candidates);
        writeTimer("isTimerDue(readyNanos)");
        out.open("if (source < 0)").line(otherwise).close();
        out.line("timeNanos = source == %d ? timerDeadlineNanos : readyNanos;", sequencing.timer());
    }

    /**
     * Writes the choice where logical time is this node's stamp. Emissions are stamped with it as well, so they come
     * when it reaches their time; the times of sources from outside are of clocks of their own and only order these.
     */
    private void writeChoiceByClock(final IntPredicate candidates)
    {
        out.line("final long readyNanos = clockNanos();");
        for (int i = 0; i < sources.size(); i++)
        {
            if (isInside(i) && candidates.test(i))
            {
                writeCandidate(i, "time" + i + " <= readyNanos && ");
            }
        }
        out.open("if (source < 0)");
        for (int i = 0; i < sources.size(); i++)
        {
            if (!isInside(i) && candidates.test(i))
            {
                writeCandidate(i, "");
            }
        }
        out.close();
    }

    private boolean isInside(final int source)
    {
        return sources.get(source).isBackEdge() || sources.get(source).isCommand();
    }

    private void writeCandidate(final int source, final String condition)
    {
        out.line("final long time%d = %s;", source,
            source == sequencing.feed() ? "feedTimeNanos" : "source" + source + ".nextTimeNanos()");
        out.open("if (" + condition + "time" + source + " < timeNanos)");
        out.line("timeNanos = time%d;", source).line("source = %d;", source);
        out.close();
    }

    private void writeTimer(final String isDue)
    {
        if (sequencing.hasTimer())
        {
            out.open("if (" + isDue + ")");
            out.line("timeNanos = timerDeadlineNanos;").line("source = %d;", sequencing.timer());
            out.close();
        }
    }

    private void writeTimerFollows()
    {
        if (sequencing.hasTimer() && !sequencing.bySourceTime())
        {
            out.open("if (source == " + sequencing.timer() + ")").line("armTimer(readyNanos);").close();
        }
        else if (sequencing.hasTimer())
        {
            out.line("followTimer(source == %d);", sequencing.timer());
        }
    }

    private void writeHorizon()
    {
        out.open("private long horizonNanos()");
        out.line("long horizonNanos = %s;", NONE);
        for (final SourceSpec source : sources)
        {
            if (sequencing.isDeferred(source))
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
}
