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

import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.statistics.Interval;

/**
 * Cold path. A metric of two builds, compared. Ratios and probabilities look at costs: above 1 is worse, also where
 * more is better.
 *
 * @param metric name
 * @param unit of the figures
 * @param rule of the comparison
 * @param before figure of the build that is compared with
 * @param after figure of the build that is judged
 * @param ratio of the medians; of the best forks in tails
 * @param interval of the ratio of medians, 95 %, by bootstrap
 * @param probability one-sided and exact, that ranks are as bad by chance
 * @param adjusted the same, corrected for all metrics of the comparison
 * @param superiority how often a fork of the judged build is worse than one of the other
 * @param welch two-sided probability of the difference of means
 * @param cohen difference of means in pooled standard deviations, above 0 is worse
 * @param verdict over the metric
 * @param reason of the verdict, in words
 */
public record MetricComparison(
    String metric,
    Unit unit,
    MetricRule rule,
    Figure before,
    Figure after,
    double ratio,
    Interval interval,
    double probability,
    double adjusted,
    double superiority,
    double welch,
    double cohen,
    Verdict verdict,
    String reason)
{
}
