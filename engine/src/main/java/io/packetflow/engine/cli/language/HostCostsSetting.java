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
package io.packetflow.engine.cli.language;

import java.io.UncheckedIOException;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.calibration.CalibrationException;
import io.packetflow.engine.calibration.KnownHostCosts;
import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cost.HostCosts;

/** Cold path. The costs of this host, as the setting names their file; a warning goes to standard error. */
final class HostCostsSetting
{
    private HostCostsSetting()
    {
    }

    static HostCosts read(final PacketFlowCommand root)
    {
        try
        {
            final KnownHostCosts known = KnownHostCosts.find(root.settings().hostCosts(), CpuTopology.live());
            known.warning().ifPresent(warning -> root.terminal().err().println("packetflow: " + warning));
            return known.costs();
        }
        catch (final CalibrationException e)
        {
            throw new BadDataException(e.getMessage(), e);
        }
        catch (final UncheckedIOException e)
        {
            throw new HostException(e.getMessage(), e);
        }
    }
}
