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
import java.util.List;
import java.util.function.Predicate;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.tuning.doctor.check.CheckRegistry;
import io.packetflow.tuning.doctor.check.CheckText;
import io.packetflow.tuning.doctor.check.CpuWords;
import io.packetflow.tuning.doctor.check.Examination;
import io.packetflow.tuning.doctor.check.Finding;
import io.packetflow.tuning.doctor.check.Profile;
import io.packetflow.tuning.doctor.check.Severity;
import io.packetflow.tuning.doctor.check.Status;

/**
 * Cold path. What the doctor found.
 *
 * @param host     that was examined
 * @param profile  under which
 * @param outcomes in the order of the registry
 */
public record Diagnosis(Examination host, Profile profile, List<Outcome> outcomes)
{
    /** Copies the list. */
    public Diagnosis
    {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Examines a host.
     *
     * @param host     to examine
     * @param registry of checks
     * @param wanted   which of them
     * @param profile  that weighs them
     * @return an answer of each check that is wanted
     */
    public static Diagnosis of(
        final Examination host,
        final CheckRegistry registry,
        final Predicate<CheckText> wanted,
        final Profile profile)
    {
        final List<Outcome> outcomes = new ArrayList<>();
        final CpuWords words = new CpuWords(host.placement());
        for (final CheckText text : registry.texts())
        {
            if (wanted.test(text))
            {
                host.files().takeEvidence();
                final Finding finding = registry.check(text.id()).examine(host);
                final Severity severity = profile.severity(text);
                outcomes.add(new Outcome(text, severity, finding.status(severity), finding.reason(),
                    text.remedy(words), List.copyOf(host.files().takeEvidence())));
            }
        }
        return new Diagnosis(host, profile, outcomes);
    }

    /**
     * Counts answers.
     *
     * @param status of them
     * @return how many
     */
    public long count(final Status status)
    {
        return outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }

    /** @return checks that would be a reason to fail and have no answer */
    public List<String> open()
    {
        return outcomes.stream()
            .filter(outcome -> outcome.status() == Status.UNKNOWN && outcome.severity() == Severity.FAIL)
            .map(outcome -> outcome.text().id()).toList();
    }

    /**
     * The verdict.
     *
     * @param failOn severity from which a check that does not hold is a verdict against the host
     * @return one of {@link ExitCode}: ok, against, or inconclusive, where nothing is against and something that could
     *     be has no answer
     */
    public int exitCode(final Severity failOn)
    {
        if (count(Status.FAIL) > 0 || (failOn == Severity.WARN && count(Status.WARN) > 0))
        {
            return ExitCode.VERDICT_AGAINST;
        }
        return open().isEmpty() ? ExitCode.OK : ExitCode.INCONCLUSIVE;
    }

    /**
     * The verdict in words.
     *
     * @param exitCode that was answered
     * @return one phrase
     */
    public String verdict(final int exitCode)
    {
        return switch (exitCode)
        {
            case ExitCode.OK -> "fit for " + profile.word();
            case ExitCode.INCONCLUSIVE -> "inconclusive: no answer from " + String.join(" ", open());
            default -> "not fit for " + profile.word();
        };
    }
}
