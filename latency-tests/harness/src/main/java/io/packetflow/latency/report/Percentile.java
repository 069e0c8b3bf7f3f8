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
package io.packetflow.latency.report;

/** Cold path. How a percentile is written, in tables, names and keys alike. */
public final class Percentile
{
    private Percentile()
    {
    }

    /**
     * Writes a percentile without a needless decimal.
     *
     * @param percentile up to 100
     * @return such as 50 or 99.9
     */
    public static String text(final double percentile)
    {
        return String.valueOf(percentile).replaceAll("\\.0$", "");
    }
}
