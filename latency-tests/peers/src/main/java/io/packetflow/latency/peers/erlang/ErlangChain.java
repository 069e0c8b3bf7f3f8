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
package io.packetflow.latency.peers.erlang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.latency.benchmarks.chain.ChainInputs;
import io.packetflow.latency.peers.chain.ChainCheck;

/**
 * Cold path. The chain of six steps as six Erlang processes: run in a process of its own, its answers checked like
 * those of the other chains.
 */
public final class ErlangChain
{
    private static final long LOW_BITS = 0xFFFF_FFFF_FFFFL;

    private final ErlangAnswer answer;

    private ErlangChain(final ErlangAnswer answer)
    {
        this.answer = answer;
    }

    /**
     * Runs it.
     *
     * @param directory of its files
     * @param events that are timed singly
     * @param warmUpMillis how long each way of sending warms up
     * @param millis how long it runs flat out
     * @return what it answered
     * @throws IOException if the directory cannot be written
     * @throws IllegalStateException if its results are not those of the steps
     */
    public static ErlangChain run(
        final Path directory, final long events, final long warmUpMillis, final long millis)
        throws IOException, InterruptedException
    {
        final ChainInputs inputs = new ChainInputs();
        final Path in = directory.resolve("erlang-inputs.txt");
        final Path out = directory.resolve("erlang-answer.txt");
        Files.writeString(in, IntStream.range(0, ChainInputs.COUNT)
            .mapToObj(index -> inputs.first(index) + " " + inputs.second(index)).collect(Collectors.joining("\n")));
        ErlangRuntime.prepare(directory).run("chain", in.toString(), out.toString(), Long.toString(events),
            Long.toString(warmUpMillis), Long.toString(millis));
        final ErlangAnswer answer = new ErlangAnswer(out);
        final long sum = new ChainCheck(inputs).expectedSum(0, ChainInputs.COUNT);
        final long laps = answer.number("flat.out.count") / ChainInputs.COUNT;
        ChainCheck.requireSame("low bits of the sum of all results", sum & LOW_BITS, answer.number("checked.sum"));
        ChainCheck.requireSame("low bits of the sum flat out", laps * sum & LOW_BITS, answer.number("flat.out.sum"));
        return new ErlangChain(answer);
    }

    /** Returns the nanoseconds for one event flat out. */
    public double nanosPerEvent()
    {
        return (double)answer.number("flat.out.nanos") / answer.number("flat.out.count");
    }

    /** Returns the durations of the events that were timed singly. */
    public LatencySeries roundTrips(final String name)
    {
        return answer.durations(name);
    }
}
