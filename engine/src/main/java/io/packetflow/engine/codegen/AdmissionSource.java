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

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.packet.LendingSource;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;
import io.packetflow.ringbuffers.journal.format.RecordType;

/** Writes how the sequencing node brings a chosen instance into the ring and runs the stage that follows at once. */
final class AdmissionSource
{
    private static final String GATE = "io.packetflow.ringbuffers.pressure.ClaimGate";

    private final Sequencing sequencing;
    private final ReactorPlan plan;
    private final List<SourceSpec> sources;
    private final StagePlan inline;
    private final JavaWriter out;

    AdmissionSource(final Sequencing sequencing, final JavaWriter out)
    {
        this.sequencing = sequencing;
        this.plan = sequencing.plan();
        this.sources = sequencing.sources();
        this.inline = sequencing.inline();
        this.out = out;
    }

    /**
     * Writes the claim of a slot. Only what comes from outside is ever shed or rejected; back edges, timers and
     * commands come again.
     *
     * @param leave statement where there is no slot now
     * @param dropped statement that counts an instance that was dropped, may be empty
     * @param next statement after an instance was dropped
     */
    void writeClaim(final String leave, final String dropped, final String next)
    {
        writeRoom(leave);
        if (!sequencing.drops())
        {
            writePlainClaim(leave);
            return;
        }
        out.line("final boolean droppable = %s;", droppable());
        out.line("final long sequence = droppable ? gate.claim() : ring.tryClaim();");
        writeRefusal("!droppable || ", "source", leave, dropped, next);
    }

    /** What is admitted can be appended: where the next segment of the journal is not ready, it comes again. */
    private void writeRoom(final String leave)
    {
        if (sequencing.journals())
        {
            out.open("if (!journal.hasRoom())").line("fullCount++;").line(leave).close();
        }
    }

    private String droppable()
    {
        final List<String> terms = new ArrayList<>();
        for (int i = sequencing.firstOutside(); i < sources.size(); i++)
        {
            if (!sources.get(i).isCommand())
            {
                terms.add("source == " + i);
            }
        }
        return terms.isEmpty() ? "false" : String.join(" || ", terms);
    }

    /** Writes the claim of a slot for the one feed; see {@link #writeClaim}. */
    void writeFeedClaim(final int feed, final String leave, final String dropped, final String next)
    {
        writeRoom(leave);
        if (!sequencing.drops())
        {
            writePlainClaim(leave);
            return;
        }
        out.line("final long sequence = gate.claim();");
        writeRefusal("", String.valueOf(feed), leave, dropped, next);
    }

    private void writeRefusal(
        final String notDroppable, final String source, final String leave, final String dropped, final String next)
    {
        out.open("if (sequence < 0)");
        out.line("fullCount++;");
        out.open("if (" + notDroppable + "sequence == " + GATE + ".FULL_COME_AGAIN)").line(leave).close();
        out.line("discard(%s, sequence == %s.REJECTED);", source, GATE);
        if (!dropped.isEmpty())
        {
            out.line(dropped);
        }
        out.line(next);
        out.close();
    }

    private void writePlainClaim(final String leave)
    {
        if (!sequencing.isAlone())
        {
            out.line("final long sequence = ring.tryClaim();");
            out.open("if (sequence < 0)").line("fullCount++;").line(leave).close();
            return;
        }
        // Nobody else claims or waits, so slots are claimed some at a time and kept for the next duty cycle.
        out.line("final long sequence = sequenceInProgress + 1;");
        out.open("if (sequence > claimed && !claimMore())").line(leave).close();
    }

    private void writeClaimMore()
    {
        final int claims = Math.max(1, Math.min(sequencing.batchLimit(), plan.ring().capacity()) / 4);
        out.open("private boolean claimMore()");
        out.line("flush();");
        out.line("final long high = ring.tryClaim(%d);", claims);
        out.open("if (high < 0)").line("fullCount++;").line("return false;").close();
        out.line("claimed = high;");
        out.line("return true;");
        out.close().line("");
    }

    /** Writes how the slot gets its instance and its time: logical time never decreases. */
    void writeInstance(final String source)
    {
        writeSlot();
        writeInput();
        out.line("take(%s);", source);
        writeTime();
    }

    /** Writes how the slot gets the feed's next instance. */
    void writeFeedInstance(final int feed)
    {
        writeSlot();
        // Nobody but this loop reads the input, so it may stay where it is.
        final boolean lends =
            sequencing.isAlone() && LendingSource.class.isAssignableFrom(sources.get(feed).type());
        if (!lends)
        {
            writeInput();
        }
        out.line("source%d.%s(header, input);", feed, lends ? "lend" : "take");
        writeTime();
    }

    private void writeSlot()
    {
        out.line("final int slot = ((int)sequence & %d) * %d;", plan.ring().capacity() - 1,
            plan.ring().layout().strideBytes());
        out.line("header.wrap(slot);");
    }

    private void writeInput()
    {
        out.line("input.wrap(slot + %d);", plan.ring().layout().offset(ReactorPlan.INPUT_AREA));
    }

    private void writeTime()
    {
        out.open("if (timeNanos >= lastTimeNanos)").line("lastTimeNanos = timeNanos;").close();
        // What comes late is admitted at the time of what came before it.
        out.open("else if (timeNanos != Long.MIN_VALUE)").line("backwardsCount++;").close();
    }

    /** Writes publication, and the stage that runs in this loop. */
    void writeRun(final String source)
    {
        out.line("header.identify(firstSequence + sequence, lastTimeNanos, %s);", source);
        if (sequencing.appendsFirst())
        {
            writeAppend(source);
        }
        if (!sequencing.isAlone())
        {
            out.line("ring.publish(sequence);");
            out.line("lastPublished = sequence;");
        }
        if (sequencing.journals() && !sequencing.appendsFirst())
        {
            // The other nodes work already; the gate of their outputs waits for both.
            writeAppend(source);
        }
        if (inline != null)
        {
            writeInlineStage();
        }
        if (sequencing.journals())
        {
            // The outputs of this node have left, those of others are on their way: the checksum kept nobody waiting.
            out.line("journal.seal();");
        }
    }

    private void writeAppend(final String source)
    {
        final boolean isFeed = !source.equals("source");
        out.line(isFeed ? inputOf(Integer.parseInt(source)) : "append(source, firstSequence + sequence);");
    }

    private String inputOf(final int source)
    {
        return "journal.input(" + source + ", header.kind(), firstSequence + sequence, lastTimeNanos, source" +
            source + ".clientSequence(), input.slab(), input.offset(), header.inputLength());";
    }

    private void writeInlineStage()
    {
        out.line("sequenceInProgress = sequence;");
        if (!sequencing.isAlone())
        {
            out.line("stageInProgress = %d;", inline.index());
        }
        out.line("final long stopped = onInstance%d(slot, header.kind());", inline.index());
        if (inline.publishesStops())
        {
            out.line("slab.putLong(slot + %d, stopped);", plan.ring().layout().offset(inline.statusArea()));
        }
        if (sequencing.defersInline() && !sequencing.replays())
        {
            out.open("if (releasing != 0)").line("releases%d.add(sequence, releasing);", inline.index()).close();
        }
        if (sequencing.isAlone())
        {
            out.line("finished = sequence;");
            return;
        }
        out.line("stageInProgress = NO_STAGE;");
        writeCompletion("sequence");
    }

    private void writeCompletion(final String sequence)
    {
        // A ring whose checks are on wants to be asked before a completion; this loop knows what it has published.
        out.open("if (io.packetflow.layout.memory.Slab.BOUNDS_CHECKS)");
        out.line("ask(consumer%d, %s);", inline.index(), sequence).close();
        out.line("consumer%d.complete(%s);", inline.index(), sequence);
        if (sequencing.defersInline())
        {
            out.line("releases%d.completed(%s);", inline.index(), sequence);
        }
    }

    /** Writes the methods that the statements above call. */
    void writeMethods()
    {
        writeTake();
        if (sequencing.journals())
        {
            writeAppends();
        }
        if (sequencing.keepsEmissionBound())
        {
            writeTaken();
        }
        if (sequencing.drops())
        {
            writeDiscard();
        }
        else if (sequencing.isAlone())
        {
            writeClaimMore();
        }
        writeFlush();
    }

    /** Writes what publishes and completes the instances that were finished since. */
    private void writeFlush()
    {
        out.line("@Override").open("public void flush()");
        if (sequencing.isAlone())
        {
            out.open("if (finished > lastPublished)");
            out.line("ring.publish(lastPublished + 1, finished);");
            out.line("lastPublished = finished;");
            writeCompletion("finished");
            out.close();
        }
        out.close().line("");
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

    private void writeTaken()
    {
        out.open("private void onEmissionTaken()");
        out.line("long earliestNanos = source0.nextTimeNanos();");
        for (int i = 1; i < sequencing.firstOutside(); i++)
        {
            out.line("earliestNanos = Math.min(earliestNanos, source%d.nextTimeNanos());", i);
        }
        out.line("emissions.set(earliestNanos);");
        out.close().line("");
    }

    /** In a replay the journal takes the place of all sources from outside. */
    private boolean isReplayed(final int source)
    {
        return sequencing.replays() && source >= sequencing.firstOutside();
    }

    private void writeAppends()
    {
        out.open("private void append(final int source, final long sequence)");
        out.open("switch (source)");
        for (int i = 0; i < sources.size(); i++)
        {
            out.line("case %d:", i);
            out.line("    " + (sources.get(i).isBackEdge() ? recomputed(RecordType.DERIVED, i) :
                inputOf(i).replace("firstSequence + sequence", "sequence")));
            out.line("    break;");
        }
        if (sequencing.hasTimer())
        {
            out.line("case %d:", sequencing.timer());
            out.line("    " + recomputed(RecordType.TIMER, sequencing.timer())).line("    break;");
        }
        out.line("default:").line("    throw new IllegalStateException(\"no source \" + source);");
        out.close();
        out.close().line("");
    }

    private static String recomputed(final RecordType type, final int source)
    {
        return "journal.recomputed(" + type.code() + ", " + source + ", header.kind(), sequence, lastTimeNanos);";
    }

    private void writeTake()
    {
        out.open("private void take(final int source)");
        out.open("switch (source)");
        for (int i = 0; i < sources.size(); i++)
        {
            out.line("case %d:", i);
            out.line("    %s.take(header, input);", isReplayed(i) ? "replay" : "source" + i);
            if (sources.get(i).isBackEdge())
            {
                out.line("    backEdgeCount++;");
                if (sequencing.keepsEmissionBound())
                {
                    out.line("    onEmissionTaken();");
                }
            }
            if (sequencing.journals() && sources.get(i).isCommand())
            {
                out.line("    boundary = isSnapshot(header, input);");
            }
            out.line("    break;");
        }
        if (sequencing.hasTimer())
        {
            out.line("case %d:", sequencing.timer());
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
