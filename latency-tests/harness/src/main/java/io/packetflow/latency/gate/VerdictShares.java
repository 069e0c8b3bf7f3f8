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

/**
 * Cold path. How often each verdict came.
 *
 * @param draws in all
 * @param regressions of them
 * @param inconclusive of them
 * @param improvements of them
 */
public record VerdictShares(int draws, int regressions, int inconclusive, int improvements)
{
    /** Nothing was drawn. */
    public static final VerdictShares NONE = new VerdictShares(0, 0, 0, 0);

    VerdictShares plus(final Verdict verdict)
    {
        return new VerdictShares(draws + 1, regressions + (verdict == Verdict.REGRESSION ? 1 : 0),
            inconclusive + (verdict == Verdict.INCONCLUSIVE ? 1 : 0),
            improvements + (verdict == Verdict.IMPROVED ? 1 : 0));
    }
}
