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

import java.util.List;

import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.gate.GateMetric;
import io.packetflow.latency.gate.GatePlan;
import io.packetflow.latency.report.Ratio;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/** Cold path. Six trivial packets fused by the engine against the same six steps in one hand-written loop. */
final class FusedChain implements Scenario
{
    private static final String BENCHMARK = "chain.FusedChainBenchmark.";
    private static final String ENGINE = "engine";
    private static final String WRITTEN = "chain.WrittenChainBenchmark.";
    private static final String LANGUAGE = "language";
    private static final String BY_HAND = "byHand";
    private static final String IN_REGISTERS = "inRegisters";
    private static final double LIMIT = 1.15;

    @Override
    public String name()
    {
        return "chain";
    }

    @Override
    public String description()
    {
        return "a fused chain of six trivial packets against the same six steps by hand over the same memory (JMH)";
    }

    @Override
    public GatePlan gate(final BenchOptions options)
    {
        return new GatePlan(List.of(Subject.jmh(ENGINE, JmhArguments.forGate(options, BENCHMARK + ENGINE)),
            Subject.jmh(LANGUAGE, JmhArguments.forGate(options, WRITTEN + LANGUAGE))), List.of(
            GateMetric.best("fused chain of six packets", ENGINE),
            GateMetric.best("fused chain of the language", LANGUAGE),
            GateMetric.allocation("fused chain, allocation", ENGINE)));
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final Results results = run.measure(List.of(BY_HAND, ENGINE, LANGUAGE, IN_REGISTERS).stream().map(method ->
            Subject.jmh(method, JmhArguments.of(run.options(), benchmark(method)))).toList());
        final boolean judged = !run.options().size().isSmoke();
        return Outcome.of(List.of(
            row(results, ENGINE, BY_HAND, judged ? LIMIT : Ratio.NO_LIMIT),
            row(results, LANGUAGE, BY_HAND, judged ? LIMIT : Ratio.NO_LIMIT),
            row(results, ENGINE, IN_REGISTERS, Ratio.NO_LIMIT),
            Allocation.row("fused chain", results, judged)),
            List.of("by hand: takes the input into the slot, writes the header line, runs six steps from memory to " +
            "memory, as the packets do; in registers: no header, and the compiler hands each number on; of the " +
            "language: the packets are written in engine/examples/chain.pf, and a seventh one sums"));
    }

    private static String benchmark(final String method)
    {
        return (LANGUAGE.equals(method) ? WRITTEN : BENCHMARK) + method;
    }

    private static Row row(final Results results, final String ours, final String other, final double limit)
    {
        return Row.reported(ENGINE.equals(ours) ? "fused chain of six packets, an instance" :
            "the same chain in the language, an instance", Unit.NANOS, results.number(ours, Measure.OPERATION_NANOS))
            .against(BY_HAND.equals(other) ? "by hand" : "in registers",
            results.number(other, Measure.OPERATION_NANOS), limit);
    }
}
