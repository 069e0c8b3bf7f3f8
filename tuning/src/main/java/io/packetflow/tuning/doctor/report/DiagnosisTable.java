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
package io.packetflow.tuning.doctor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.tuning.doctor.check.Category;
import io.packetflow.tuning.doctor.check.Examination;
import io.packetflow.tuning.doctor.check.Severity;
import io.packetflow.tuning.doctor.check.Status;
import io.packetflow.tuning.doctor.host.HostText;

import picocli.CommandLine.Help.Ansi;

/** Cold path. A diagnosis for people: categories, a summary, the remedies; within 100 columns. */
public final class DiagnosisTable
{
    private static final int EVIDENCE = 8;

    private final Diagnosis diagnosis;
    private final boolean verbose;
    private final Ansi ansi;
    private final StringBuilder text = new StringBuilder(8_192);

    private DiagnosisTable(final Diagnosis diagnosis, final boolean verbose, final boolean colour)
    {
        this.diagnosis = diagnosis;
        this.verbose = verbose;
        this.ansi = colour ? Ansi.ON : Ansi.OFF;
    }

    /**
     * Renders a diagnosis.
     *
     * @param diagnosis to render
     * @param exitCode  that it comes to
     * @param verbose   whether the reasons of what holds or is skipped, and the evidence, are wanted too
     * @param colour    whether a terminal shows it
     * @return lines, each ended
     */
    public static String render(
        final Diagnosis diagnosis, final int exitCode, final boolean verbose, final boolean colour)
    {
        final DiagnosisTable table = new DiagnosisTable(diagnosis, verbose, colour);
        table.head();
        for (final Category category : Category.values())
        {
            table.category(category);
        }
        table.remedies();
        table.summary(exitCode);
        return table.text.toString();
    }

    private void head()
    {
        final Examination host = diagnosis.host();
        text.append("packetflow doctor: ").append(host.files().name()).append('\n');
        fact("machine", host.read("proc/cpuinfo").field("model name").orElse("unknown processor") +
            host.topology().map(CpuTopology::summary).map(summary -> "; " + summary).orElse("") +
            host.isVirtual().map(virtual -> virtual ? "; virtual" : "; not virtual").orElse(""));
        fact("kernel", host.read("proc/sys/kernel/osrelease").isRead() ?
            host.read("proc/sys/kernel/osrelease").text() : "unknown");
        fact("CPUs", host.placement().isEmpty() ?
            "unknown: " + host.placement().problem().orElse("none is planned") :
            "pinned " + host.placement().pinned() + ", housekeeping " +
                (host.placement().housekeeping().isEmpty() ? "none" : host.placement().housekeeping()) + " (" +
                host.placement().origin() + ")");
        host.journal().ifPresent(journal -> fact("journal", journal.toString()));
        fact("profile", diagnosis.profile().word());
    }

    private void fact(final String name, final String value)
    {
        text.append(Wrapped.text(String.format(Locale.ROOT, "  %-9s", name), value));
    }

    private void category(final Category category)
    {
        final List<Outcome> all = diagnosis.outcomes().stream()
            .filter(outcome -> outcome.text().category() == category).toList();
        if (all.isEmpty())
        {
            return;
        }
        text.append('\n').append(ansi.string("@|bold " + category.title() + "|@")).append('\n');
        for (final Outcome outcome : all)
        {
            if (verbose || !isGathered(outcome))
            {
                check(outcome);
            }
        }
        for (final Status status : List.of(Status.SKIP, Status.UNKNOWN))
        {
            final String ids = all.stream().filter(outcome -> outcome.status() == status && isGathered(outcome))
                .map(outcome -> outcome.text().id()).collect(Collectors.joining(" "));
            if (!verbose && !ids.isEmpty())
            {
                text.append(coloured(Wrapped.text(String.format(Locale.ROOT, "  %-8s", status) + ' ', ids +
                    (status == Status.UNKNOWN ? " (not captured, and no reason to fail)" : "")), status));
            }
        }
    }

    /** Whether only the id is told: what is skipped, and what a capture need not have. */
    private boolean isGathered(final Outcome outcome)
    {
        return outcome.status() == Status.SKIP || (outcome.status() == Status.UNKNOWN &&
            outcome.severity() != Severity.FAIL && !diagnosis.host().files().isLive());
    }

    private void check(final Outcome outcome)
    {
        final String status = String.format(Locale.ROOT, "  %-8s", outcome.status());
        text.append(coloured(status, outcome.status()))
            .append(Wrapped.text(" ".repeat(status.length()) + ' ' + outcome.text().id() + "  ",
                outcome.text().title()).substring(status.length()));
        if (verbose || outcome.status() != Status.PASS)
        {
            text.append(Wrapped.text(" ".repeat(16), outcome.reason()));
        }
        if (verbose)
        {
            evidence(outcome.evidence());
        }
    }

    private void evidence(final List<HostText> evidence)
    {
        final List<String> files = new ArrayList<>();
        for (final HostText file : evidence.subList(0, Math.min(EVIDENCE, evidence.size())))
        {
            files.add(file.path() + (file.isRead() ? "" : " " + file.state().name().toLowerCase(Locale.ROOT)));
        }
        if (!files.isEmpty())
        {
            text.append(Wrapped.text(" ".repeat(16) + "read ", String.join(", ", files) +
                (evidence.size() > EVIDENCE ? " and " + (evidence.size() - EVIDENCE) + " more" : "")));
        }
    }

    private String coloured(final String words, final Status status)
    {
        final String style = switch (status)
        {
            case PASS -> "green";
            case INFO -> "cyan";
            case WARN -> "yellow";
            case FAIL -> "red,bold";
            case SKIP, UNKNOWN -> "faint";
        };
        return ansi == Ansi.OFF ? words : ansi.string("@|" + style + " " + words + "|@");
    }

    private void remedies()
    {
        final List<Outcome> against = diagnosis.outcomes().stream()
            .filter(outcome -> outcome.status() == Status.FAIL || outcome.status() == Status.WARN)
            .sorted(Comparator.comparing((Outcome outcome) -> outcome.status() != Status.FAIL)).toList();
        if (!against.isEmpty())
        {
            text.append('\n').append(ansi.string("@|bold Remedies|@")).append(", the most severe first\n");
        }
        for (final Outcome outcome : against)
        {
            text.append(Wrapped.text(String.format(Locale.ROOT, "  %-4s  ", outcome.text().id()), outcome.remedy()));
        }
    }

    private void summary(final int exitCode)
    {
        final List<String> counts = new ArrayList<>();
        for (final Status status : Status.values())
        {
            counts.add(diagnosis.count(status) + " " + status.name().toLowerCase(Locale.ROOT));
        }
        text.append('\n').append(diagnosis.outcomes().size()).append(" checks: ")
            .append(String.join(", ", counts)).append('\n')
            .append(Wrapped.text("verdict: ", diagnosis.verdict(exitCode)));
    }
}
