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
package io.packetflow.engine.calibration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.cost.HostCosts;

/**
 * Cold path. What is known of the costs of this host: measured ones where there is a calibration file, else assumed
 * ones. What was measured elsewhere is used with a warning, since it is nearer to the truth than an assumption.
 *
 * @param costs with an origin that says what they are
 * @param warning why they may be wrong, empty if there is no reason
 */
public record KnownHostCosts(HostCosts costs, Optional<String> warning)
{
    /**
     * Finds them.
     *
     * @param file as {@link io.packetflow.engine.config.ReactorSettings#hostCosts()} names it; it need not exist
     * @param topology of this host
     * @return what is known
     * @throws CalibrationException if the file is damaged
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static KnownHostCosts find(final Path file, final CpuTopology topology)
    {
        if (!Files.exists(file))
        {
            return new KnownHostCosts(HostCosts.ASSUMED, Optional.empty());
        }
        final Calibration calibration = CalibrationFile.read(file);
        final CalibratedHost here = CalibratedHost.of(topology);
        return new KnownHostCosts(calibration.costsWithOrigin(), calibration.host().equals(here) ? Optional.empty() :
            Optional.of("the host's costs in " + file + " were measured on another host (" + calibration.host() +
            "), and this one is " + here + "; measure them again with packetflow calibrate"));
    }
}
