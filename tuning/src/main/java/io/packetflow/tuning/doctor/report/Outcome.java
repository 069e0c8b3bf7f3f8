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

import java.util.List;

import io.packetflow.tuning.doctor.check.CheckText;
import io.packetflow.tuning.doctor.check.Severity;
import io.packetflow.tuning.doctor.check.Status;
import io.packetflow.tuning.doctor.host.HostText;

/**
 * Cold path. One check with its answer.
 *
 * @param text     of the check
 * @param severity under the profile
 * @param status   of the answer
 * @param reason   what was found, and where
 * @param remedy   what helps, with this host's CPUs
 * @param evidence files that the check asked for
 */
public record Outcome(
    CheckText text, Severity severity, Status status, String reason, String remedy, List<HostText> evidence)
{
    /** Copies the list. */
    public Outcome
    {
        evidence = List.copyOf(evidence);
    }

    /** @return whether it does not hold */
    public boolean isAgainst()
    {
        return status == Status.FAIL || status == Status.WARN || status == Status.INFO;
    }
}
