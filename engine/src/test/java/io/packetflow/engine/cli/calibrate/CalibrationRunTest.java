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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import io.packetflow.engine.calibration.Calibration;
import io.packetflow.engine.calibration.CalibrationFile;
import io.packetflow.engine.calibration.CalibratedHost;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.cost.HostCosts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationRunTest
{
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private static Calibration calibration(final double spread)
    {
        return new Calibration(new HostCosts("measured", 11.5, 0.7, 4.2, 131, 327.5, 21e6),
            new CalibratedHost("Some CPU", 2, 1), "2026-11-26", "17.0.15", "hops between sockets are assumed", spread);
    }

    private int keep(final Path file, final double spread) throws IOException
    {
        final Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), true);
        return new CalibrationRun(terminal).keep(file, calibration(spread));
    }

    @Test
    void shouldShowWhatWasMeasuredBesideWhatWouldBeAssumed()
    {
        assertThat(CalibrationRun.text(calibration(0)).lines()).contains(
            "Some CPU, 2 CPUs on 1 socket, JDK 17.0.15, 2026-11-26",
            "  hop: to another core, one way                    131.0            140.0",
            "instances that cross in a second: 21,000,000", "remark: hops between sockets are assumed");
    }

    @Test
    void shouldKeepWhatCanBeTrustedAndNothingElse() throws IOException
    {
        final Path file = directory.resolve("costs");

        assertThat(keep(file, 0.6)).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(file).doesNotExist();
        assertThat(err.toString()).contains("rounds lie 60 % apart", "measure again when the host is idle");

        assertThat(keep(null, 0.1)).isEqualTo(ExitCode.OK);
        assertThat(file).doesNotExist();

        assertThat(keep(file, 0.1)).isEqualTo(ExitCode.OK);
        assertThat(CalibrationFile.read(file)).isEqualTo(calibration(0.1));
    }
}
