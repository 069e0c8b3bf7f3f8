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
package io.packetflow.tuning.doctor.fix;

import io.packetflow.tuning.doctor.check.Examination;
import io.packetflow.tuning.launch.CpuShares;
import io.packetflow.tuning.launch.LaunchVariables;
import io.packetflow.tuning.launch.UnitTexts;

/** Cold path. Units of systemd: those of the engine, for the CPUs that were examined, and the manager's own CPUs. */
final class Units
{
    private static final String AUTHOR = "packetflow doctor --fix-script";
    private static final String INSTALLATION = "/opt/packetflow";

    private Units()
    {
    }

    static String slice(final Examination host)
    {
        return UnitTexts.slice(shares(host), AUTHOR);
    }

    static String service(final Examination host)
    {
        return UnitTexts.service(shares(host), AUTHOR, INSTALLATION);
    }

    /** Without options: the doctor knows CPUs, not the plan behind them. */
    static String environment(final Examination host)
    {
        return LaunchVariables.of(shares(host)).environment(AUTHOR);
    }

    static String manager(final Examination host)
    {
        return """
            # Written by packetflow doctor --fix-script: every daemon starts off the pinned CPUs. Takes a boot.
            [Manager]
            CPUAffinity=%s
            """.formatted(host.placement().housekeeping());
    }

    private static CpuShares shares(final Examination host)
    {
        return new CpuShares(host.pinned(), host.placement().housekeeping(),
            CpuShares.memoryNodes(host.placement().critical(), host.topology()));
    }
}
