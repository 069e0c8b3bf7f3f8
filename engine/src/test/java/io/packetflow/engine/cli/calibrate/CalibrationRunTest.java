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

import io.packetflow.engine.calibration.Calibration;
import io.packetflow.engine.calibration.HostFingerprint;
import io.packetflow.engine.cost.HostCosts;

import org.junit.jupiter.api.Test;

class CalibrationRunTest
{
    @Test
    void shouldShowWhatWasMeasuredBesideWhatWouldBeAssumed()
    {
        final String text = CalibrationRun.text(new Calibration(new HostCosts("measured", 11.5, 0.7, 4.2, 131, 327.5,
            21e6), new HostFingerprint("Some CPU", 2, 1), "2026-11-26", "17.0.15", "hops between sockets are assumed"));

        assertThat(text.lines()).contains("Some CPU, 2 CPUs on 1 socket, JDK 17.0.15, 2026-11-26",
            "  hop: to another core, one way                    131.0            140.0",
            "instances that cross in a second: 21,000,000", "remark: hops between sockets are assumed");
    }
}
