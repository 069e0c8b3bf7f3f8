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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.latency.report.HostJson;
import io.packetflow.latency.report.Json;

/** Cold path. What a calibration found, as JSON; {@link ErrorRates} reads it. */
public final class CalibrationJson
{
    private static final int FORMAT = 1;

    private CalibrationJson()
    {
    }

    /**
     * Writes everything as JSON.
     *
     * @param report of a calibration
     * @return the text
     */
    public static String of(final CalibrationReport report)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("started", report.startedAt());
        json.put("commit", report.commit());
        json.put("forks", report.forks());
        json.put("metric", report.metric());
        json.put("host", HostJson.of(report.host()));
        json.put("equal", names(report.equal()));
        json.put("planted_percent", report.plantedPercent());
        json.put("planted", names(report.planted()));
        json.put("planted_ratios", report.plantedRatios());
        json.put("attempts", report.attempts());
        json.put("resampled", shares(report.resampled()));
        json.put("injected", shares(report.injected()));
        return Json.of(json);
    }

    private static List<String> names(final List<Verdict> verdicts)
    {
        return verdicts.stream().map(Verdict::name).toList();
    }

    private static Map<String, Object> shares(final VerdictShares shares)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("draws", shares.draws());
        json.put("regressions", shares.regressions());
        json.put("inconclusive", shares.inconclusive());
        json.put("improvements", shares.improvements());
        return json;
    }
}
