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
package io.packetflow.latency.scenario;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.latency.run.BenchOptions;

/** Cold path. The arguments of forks that run one JMH benchmark. */
final class JmhArguments
{
    private static final String PACKAGE = "io.packetflow.latency.benchmarks.";

    private JmhArguments()
    {
    }

    /**
     * Writes the arguments.
     *
     * @param options of the run
     * @param benchmark package, class and method below the benchmarks' package
     * @param parameters of the benchmark, name=value
     * @return the words
     */
    static List<String> of(final BenchOptions options, final String benchmark, final String... parameters)
    {
        return of(options.size().jmhOptions(), benchmark, parameters);
    }

    /**
     * Writes the arguments of a fork for the regression gate, which looks at the iteration that was disturbed least:
     * many short ones, so that some fall between the disturbances.
     *
     * @param options of the run
     * @param benchmark package, class and method below the benchmarks' package
     * @param parameters of the benchmark, name=value
     * @return the words
     */
    static List<String> forGate(final BenchOptions options, final String benchmark, final String... parameters)
    {
        return of(options.size().gateJmhOptions(), benchmark, parameters);
    }

    private static List<String> of(final List<String> times, final String benchmark, final String... parameters)
    {
        final List<String> arguments = new ArrayList<>(List.of("--benchmark", PACKAGE + benchmark));
        arguments.addAll(times);
        for (final String parameter : parameters)
        {
            arguments.add("-p");
            arguments.add(parameter);
        }
        return arguments;
    }
}
