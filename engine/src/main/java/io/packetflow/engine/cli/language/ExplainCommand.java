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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow explain}: what a molecule is, before it runs. */
@Command(
    name = "explain",
    header = "Explain molecules: properties, order, paths, budget, stability; as text and as a picture.",
    description = {
        "All is computed from what the program declares (base_time, fires, rate and so on) and from what " +
            "packetflow calibrate measured on this host, or from assumed costs of it; each figure says where it " +
            "comes from. The optimiser's steps are listed, and the budget behind them. Nothing runs without " +
            "--measured.",
        ""
    },
    footer = {
        "",
        "Examples:",
        "  packetflow explain trading.pf",
        "  packetflow explain programs.pf --molecule TradingEngine --svg trading.svg",
        "  packetflow explain chain.pf --measured",
        "  packetflow explain trading.pf --expand",
        "",
        "Exit codes: 0 explained, 1 the analysis finds an error, 2 usage, 3 errors in the program or a damaged " +
            "file of the host's costs, 4 a file cannot be read or written."})
final class ExplainCommand implements Callable<Integer>
{
    @ParentCommand
    private PacketFlowCommand root;

    @Parameters(paramLabel = "FILE", description = "program, or - for standard input")
    private String file;

    @Option(names = "--packets", paramLabel = "FILE",
        description = "declares packets that the program uses; may be repeated")
    private List<String> packets = new ArrayList<>();

    @Option(names = "--molecule", paramLabel = "NAME", description = "explain this one only")
    private String molecule;

    @Option(names = "--svg", paramLabel = "FILE", description = "draw the molecule to FILE, with its critical path")
    private Path picture;

    @Option(names = "--expand",
        description = "print the program with its macros expanded, in its canonical form, and explain nothing")
    private boolean expand;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "2",
        description = "cores that the molecule may be spread over: by the optimiser, and for the number of its " +
            "placements (default: ${DEFAULT-VALUE})")
    private int nodes;

    @Option(names = "--measured", description = "run the molecules whose packets have code, and put what was " +
        "measured beside what was predicted; of others it is said why they are not measured")
    private boolean measured;

    @Option(names = "--instances", paramLabel = "N", defaultValue = "200000",
        description = "generated instances of each round that --measured runs (default: ${DEFAULT-VALUE})")
    private long instances;

    @Override
    public Integer call() throws IOException
    {
        if (nodes < 1)
        {
            throw new UsageException("--nodes is 1 or more: " + nodes);
        }
        if (instances < 1)
        {
            throw new UsageException("--instances is 1 or more: " + instances);
        }
        if (expand && (picture != null || molecule != null))
        {
            throw new UsageException("--expand prints the program and explains no molecule; leave --molecule and " +
                "--svg away");
        }
        if (expand)
        {
            return new ProgramExpansion(root.terminal()).run(file, packets);
        }
        return new ProgramExplanation(root.terminal(), molecule, picture, HostCostsSetting.read(root), nodes)
            .measuring(measured ? root.settings() : null, instances).run(file, packets);
    }
}
