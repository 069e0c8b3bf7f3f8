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
package io.packetflow.risk.valuation;

/** Hot path. Confidence levels in parts per million. Stateless; any thread. */
final class Confidence
{
    /** All of it. */
    static final int WHOLE_PPM = 1_000_000;

    private Confidence()
    {
    }

    /** Refuses what is no confidence: a programmer's error. */
    static void check(final int confidencePpm)
    {
        if (confidencePpm < 1 || confidencePpm >= WHOLE_PPM)
        {
            throw refusal(confidencePpm);
        }
    }

    private static IllegalArgumentException refusal(final int confidencePpm)
    {
        return new IllegalArgumentException("a confidence is 1 to 999999 parts per million (990000 is 99 %): " +
            "confidencePpm=" + confidencePpm);
    }
}
