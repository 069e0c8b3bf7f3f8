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
package io.packetflow.tuning.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.HostException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Cold path. Stands in the list of commands for the bench, which the launcher runs itself where the sources are: it
 * measures with JMH and beside other systems, none of which belong on the class path of a trading process.
 */
@Command(name = "bench",
    description = "Measure speed, compare builds, make reports (from the source tree).",
    footer = {"", "In the source tree: packetflow bench --help"})
final class BenchCommand implements Callable<Integer>
{
    @Parameters(arity = "0..*", hidden = true)
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call()
    {
        throw new HostException("the bench" + (words.isEmpty() ? "" : " (" + String.join(" ", words) + ")") +
            " runs in the source tree only, where its benchmarks are built: clone it and call ./packetflow bench " +
            "there");
    }
}
