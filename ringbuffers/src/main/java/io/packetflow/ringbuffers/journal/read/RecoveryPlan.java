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
package io.packetflow.ringbuffers.journal.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. Decides whether a molecule may go on from what a scan found. Depends on nothing but its arguments.
 *
 * <p>The death of a process or of a host leaves a journal that ends, in the middle of a record or with pages missing.
 * What cannot come from that, and what ends before instances that were known to be there, is refused, unless somebody
 * answers for the loss.
 */
public final class RecoveryPlan
{
    private RecoveryPlan()
    {
    }

    /**
     * Decides.
     *
     * @param report of a scan behind the snapshot from which recovery starts, or from the beginning
     * @param boot of the present
     * @param isLossAccepted whether somebody answers for what is lost
     * @return whether to go on, and behind which record
     */
    public static RecoveryDecision decide(
        final JournalReport report, final BootId boot, final boolean isLossAccepted)
    {
        if (!report.isAnchorFound())
        {
            return refusal(report, boot, beginningMissing(report));
        }
        if (report.end().kind() == EndKind.NEWER_VERSION)
        {
            return refusal(report, boot, report.end().text());
        }
        final List<String> objections = objections(report, boot);
        if (objections.isEmpty())
        {
            return new RecoveryDecision(true, report.end().last(), 0, 0, false, report.end().text());
        }
        final String reason = String.join("; ", objections);
        if (!isLossAccepted)
        {
            return refusal(report, boot, reason);
        }
        final RecoveryDecision refused = refusal(report, boot, reason);
        return new RecoveryDecision(true, refused.last(), refused.lostFrom(), refused.lostTo(), true,
            "accepted although " + reason);
    }

    private static String beginningMissing(final JournalReport report)
    {
        if (report.missingSegment().isPresent() && report.end().kind() == EndKind.TRUNCATED_FILE)
        {
            return report.missingSegment().get().text() + ", and nothing can be recovered without it; restore that " +
                "file from a copy, or begin a new journal";
        }
        return "what recovery starts from is not in the journal; take the snapshot before, or restore the journal's " +
            "files from a copy: " + report.end().text();
    }

    private static List<String> objections(final JournalReport report, final BootId boot)
    {
        final List<String> objections = new ArrayList<>();
        final EndKind kind = report.end().kind();
        if (kind == EndKind.HOLE && report.isProcessCrash(boot))
        {
            objections.add("only the process died, which leaves no hole: memory, disk or file system are at fault: " +
                report.end().text());
        }
        else if (!kind.isOrderly() && kind != EndKind.HOLE)
        {
            objections.add(report.end().text());
        }
        if (report.isBelowMark())
        {
            objections.add(shorter(report, "instances up to " + report.markedSequence() + " were durable by " +
                JournalFiles.MARK));
        }
        if (report.isBelowHead(boot))
        {
            objections.add(shorter(report, "instances up to " + report.headSequence() +
                " were in the files by the epoch's head"));
        }
        if (report.isMarkMissed())
        {
            objections.add("the record of sequence " + report.markedSequence() + " is not the one that " +
                JournalFiles.MARK + " names: they are not of one history; restore both from one copy");
        }
        return objections;
    }

    private static String shorter(final JournalReport report, final String what)
    {
        return "the journal ends at sequence " + report.lastSequence() + " but " + what +
            "; restore the files from a copy, or accept the loss of what is missing (" + report.end().text() + ")";
    }

    private static RecoveryDecision refusal(final JournalReport report, final BootId boot, final String reason)
    {
        final long last = report.lastSequence();
        long to = Math.max(report.markedSequence(), report.end().beyondSequence());
        if (report.isProcessCrash(boot))
        {
            to = Math.max(to, report.headSequence());
        }
        final boolean isKnown = to > last;
        return new RecoveryDecision(
            false, report.end().last(), isKnown ? last + 1 : 0, isKnown ? to : 0, false, reason);
    }
}
