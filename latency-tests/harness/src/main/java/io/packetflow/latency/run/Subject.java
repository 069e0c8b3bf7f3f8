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
package io.packetflow.latency.run;

import java.util.List;
import java.util.function.Function;

import io.packetflow.latency.fork.ForkMain;

/**
 * Cold path. One of the things that are measured side by side.
 *
 * @param name unique in its scenario
 * @param mainClass that a fork runs
 * @param arguments of that, given what is known so far
 * @param jvmOptions beyond those of the launcher
 */
public record Subject(
    String name, String mainClass, Function<Results, List<String>> arguments, List<String> jvmOptions)
{
    private static final String JMH = "io.packetflow.latency.benchmarks.JmhFork";

    /**
     * A subject of the harness.
     *
     * @param name unique in its scenario
     * @param arguments of the fork
     * @return the subject
     */
    public static Subject of(final String name, final List<String> arguments)
    {
        return new Subject(name, ForkMain.class.getName(), results -> arguments, List.of());
    }

    /**
     * A subject of the harness whose arguments depend on those before it.
     *
     * @param name unique in its scenario
     * @param arguments of the fork, given what is known so far
     * @return the subject
     */
    public static Subject depending(final String name, final Function<Results, List<String>> arguments)
    {
        return new Subject(name, ForkMain.class.getName(), arguments, List.of());
    }

    /**
     * What the host does to a thread that only reads the clock.
     *
     * @param name unique in its scenario
     * @param size how much is measured
     * @return the subject
     */
    public static Subject jitter(final String name, final Size size)
    {
        return of(name, List.of("jitter", "--seconds", Double.toString(size.jitterSeconds())));
    }

    /**
     * A JMH benchmark.
     *
     * @param name unique in its scenario
     * @param arguments of the fork
     * @return the subject
     */
    public static Subject jmh(final String name, final List<String> arguments)
    {
        return new Subject(name, JMH, results -> arguments, List.of());
    }

    /**
     * Gives it options for the JVM.
     *
     * @param options beyond those of the launcher
     * @return a changed copy
     */
    public Subject withJvmOptions(final String... options)
    {
        return new Subject(name, mainClass, arguments, List.of(options));
    }
}
