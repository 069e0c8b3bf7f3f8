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

import io.packetflow.engine.reactor.ReplaySource;

/**
 * Writes the sequencing of a replay: the journal says which source brings the next instance, and when. What packets
 * emitted is computed again and taken from their back edges, where the journal says that it came.
 */
final class ReplaySequencingSource
{
    private final Sequencing sequencing;
    private final AdmissionSource admission;
    private final JavaWriter out;

    ReplaySequencingSource(final Sequencing sequencing, final AdmissionSource admission, final JavaWriter out)
    {
        this.sequencing = sequencing;
        this.admission = admission;
        this.out = out;
    }

    void write()
    {
        out.open("private int sequence()");
        out.line("int count = 0;");
        out.open("while (count < " + sequencing.batchLimit() + ")");
        out.line("final int source = replay.source();");
        out.open("if (source == " + ReplaySource.class.getName() + ".NOTHING || !isInSight(source))").line("break;")
            .close();
        out.line("final long timeNanos = replay.timeNanos();");
        admission.writeClaim("break;", "count++;", "continue;");
        admission.writeInstance("source");
        if (sequencing.hasTimer() && sequencing.bySourceTime())
        {
            out.line("followTimer(source == %d);", sequencing.timer());
        }
        out.line("replay.taken(firstSequence + sequence, header);");
        admission.writeRun("source");
        out.line("count++;");
        out.close();
        if (sequencing.isAlone())
        {
            out.line("flush();");
        }
        out.line("return count;");
        out.close().line("");
        writeInSight();
    }

    /** The packet that emits may run on another node, and not have come so far. */
    private void writeInSight()
    {
        out.open("private boolean isInSight(final int source)");
        out.open("switch (source)");
        for (int i = 0; i < sequencing.firstOutside(); i++)
        {
            out.line("case %d:", i).line(
                "    return source%d.nextTimeNanos() != io.packetflow.engine.packet.InstanceSource.NONE;", i);
        }
        out.line("default:").line("    return true;");
        out.close();
        out.close().line("");
    }
}
