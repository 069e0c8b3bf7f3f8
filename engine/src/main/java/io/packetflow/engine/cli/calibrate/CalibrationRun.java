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
package io.packetflow.engine.cli.calibrate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.calibration.Calibration;
import io.packetflow.engine.calibration.CalibrationFile;
import io.packetflow.engine.calibration.HostCalibration;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.cli.TextTable;
import io.packetflow.engine.cost.HostCosts;

/** Cold path. Measures, shows and keeps. */
final class CalibrationRun
{
    private final Terminal terminal;

    CalibrationRun(final Terminal terminal)
    {
        this.terminal = terminal;
    }

    /** Runs; {@code file} is null where nothing is kept. */
    int run(final Path file) throws IOException
    {
        return keep(file, HostCalibration.measure(
            CpuTopology.live(), step -> terminal.err().println("packetflow: measuring " + step)));
    }

    /** Shows what was measured, and keeps it if it can be trusted. */
    int keep(final Path file, final Calibration calibration) throws IOException
    {
        terminal.out().print(text(calibration));
        if (!calibration.isSteady())
        {
            terminal.err().println(String.format(Locale.ROOT, "packetflow: rounds lie %.0f %% apart, so something " +
                "else ran on these cores and nothing is kept; measure again when the host is idle",
                100 * calibration.spread()));
            return ExitCode.INCONCLUSIVE;
        }
        if (file != null)
        {
            CalibrationFile.write(file, calibration);
            terminal.out().println("written to " + file);
        }
        return ExitCode.OK;
    }

    static String text(final Calibration calibration)
    {
        final HostCosts costs = calibration.costs();
        final HostCosts assumed = HostCosts.ASSUMED;
        final TextTable table = new TextTable("step", "ns", "assumed without").right(1, 2);
        table.row("ingress: an instance is sequenced and published", nanos(costs.ingressNanos()),
            nanos(assumed.ingressNanos()));
        table.row("call: from packet to packet in a stage", nanos(costs.callNanos()), nanos(assumed.callNanos()));
        table.row("barrier: from stage to stage on a core", nanos(costs.stageNanos()), nanos(assumed.stageNanos()));
        table.row("hop: to another core, one way", nanos(costs.hopNanos()), nanos(assumed.hopNanos()));
        table.row("hop: to another socket, one way", nanos(costs.remoteHopNanos()), nanos(assumed.remoteHopNanos()));
        return String.format(Locale.ROOT, "%s, JDK %s, %s%n%sinstances that cross in a second: %,.0f%n%s",
            calibration.host(), calibration.jdk(), calibration.date(), table.plain().indent(2), costs.hopsPerSecond(),
            calibration.remarks().isEmpty() ? "" : "remark: " + calibration.remarks() + System.lineSeparator());
    }

    private static String nanos(final double value)
    {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
