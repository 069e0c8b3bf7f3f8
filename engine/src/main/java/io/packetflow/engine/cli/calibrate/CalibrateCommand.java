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
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.PacketFlowCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow calibrate}: what the engine's steps cost on this host. */
@Command(
    name = "calibrate",
    header = "Measure what the engine's steps cost on this host: ingress, call, barrier, hop.",
    description = {
        "Runs molecules of packets that do nothing, some seconds on one pinned core, then on two that spin; nothing " +
            "else should run meanwhile. What was measured lies where packetflow.host.costs says, and explain " +
            "and the optimiser predict from it.",
        ""
    },
    footer = {
        "",
        "Examples:",
        "  packetflow calibrate",
        "  packetflow calibrate --dry-run",
        "  packetflow -c packetflow.host.costs=here.properties calibrate",
        "",
        "Exit codes: 0 measured and kept, 2 usage, 4 the host does not run it, or the file cannot be written, 5 the " +
            "host was busy."})
final class CalibrateCommand implements Callable<Integer>
{
    @ParentCommand
    private PacketFlowCommand root;

    @Option(names = "--dry-run", description = "show what is measured and keep nothing")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException
    {
        final Path file = root.settings().hostCosts();
        return new CalibrationRun(root.terminal()).run(dryRun ? null : file);
    }
}
