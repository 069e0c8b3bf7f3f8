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
package io.packetflow.tuning.launch;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.affinity.plan.CorePlan;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.trading.cli.PlanEmitter;

/** Cold path. What {@code packetflow plan --emit} prints. */
public final class LaunchPlanEmitter implements PlanEmitter
{
    private static final String AUTHOR = "packetflow plan --emit";
    private static final String USUAL_PLACE = "/opt/packetflow";
    private static final String STARTER = "bin/packetflow-service";
    private static final String LAUNCHER = "packetflow";

    private final String installation;

    /** Creates the emitter for the installation from which it runs; called by the service loader. */
    public LaunchPlanEmitter()
    {
        this(ownInstallation());
    }

    LaunchPlanEmitter(final String installation)
    {
        this.installation = installation;
    }

    @Override
    public Map<String, String> emit(
        final Form form, final CorePlan cores, final CpuTopology topology, final List<String> options)
    {
        final CpuShares shares = CpuShares.of(cores, topology);
        final LaunchVariables variables = LaunchVariables.of(cores, shares, options);
        final String author = AUTHOR + ", planned for " + cores.host();
        final Map<String, String> files = new LinkedHashMap<>();
        switch (form)
        {
            case SYSTEMD ->
            {
                files.put(UnitTexts.SLICE, UnitTexts.slice(shares, author));
                files.put(UnitTexts.SERVICE, UnitTexts.service(shares, author, installation));
                files.put("packetflow.env", variables.environment(author));
            }
            case ENV -> files.put("packetflow.env", variables.environment(author));
            case SCRIPT -> files.put("packetflow.sh", script(variables, author));
            default -> throw new IllegalStateException("unknown form: " + form);
        }
        return files;
    }

    private String script(final LaunchVariables variables, final String author)
    {
        return """
            #!/usr/bin/env bash
            # Written by %s.
            # Starts the engine as its unit would, where there is no systemd: the JVM on the housekeeping CPUs by
            # taskset or numactl, niceness and limits as far as they are granted; the nodes pin themselves. Arguments
            # are further options of 'packetflow trade'; a variable that is set already wins.
            set -euo pipefail

            %s# The installation.
            export PACKETFLOW_HOME="${PACKETFLOW_HOME-%s}"

            exec "$PACKETFLOW_HOME/%s" "$@"
            """.formatted(author, variables.exports(), installation, STARTER);
    }

    /** The directory above the own jar; the usual place where that is none, as in a source tree that is tested. */
    private static String ownInstallation()
    {
        try
        {
            final Path own = Path.of(
                LaunchPlanEmitter.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            final Path home = own.getParent().getParent();
            return home != null && Files.isExecutable(home.resolve(STARTER)) &&
                Files.isExecutable(home.resolve(LAUNCHER)) ? home.toString() : USUAL_PLACE;
        }
        catch (final URISyntaxException e)
        {
            throw new IllegalStateException("the class path has no valid location", e);
        }
    }
}
