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
package io.packetflow.latency.gate;

import java.util.Collection;
import java.util.Comparator;

import io.packetflow.engine.cli.ExitCode;

/** Cold path. What the gate says of a metric, a scenario or a whole comparison. */
public enum Verdict
{
    /** Nothing got worse beyond the tolerance. */
    PASS(0, ExitCode.OK),
    /** It got better beyond the tolerance, and that is proven. */
    IMPROVED(1, ExitCode.OK),
    /** The forks do not allow a verdict. */
    INCONCLUSIVE(2, ExitCode.INCONCLUSIVE),
    /** It got worse beyond the tolerance, and that is proven. */
    REGRESSION(3, ExitCode.VERDICT_AGAINST);

    private static final Comparator<Verdict> BY_WEIGHT = Comparator.comparingInt(verdict -> verdict.weight);

    private final int weight;
    private final int exitCode;

    Verdict(final int weight, final int exitCode)
    {
        this.weight = weight;
        this.exitCode = exitCode;
    }

    /** Returns the exit code of a command that ends with this verdict. */
    public int exitCode()
    {
        return exitCode;
    }

    /**
     * Returns the verdict over several.
     *
     * @param verdicts of the parts; none is a pass
     * @return the weightiest of them
     */
    public static Verdict over(final Collection<Verdict> verdicts)
    {
        return verdicts.stream().max(BY_WEIGHT).orElse(PASS);
    }
}
