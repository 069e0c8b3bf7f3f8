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
package io.packetflow.latency.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.packetflow.engine.telemetry.HostFingerprint;

/**
 * Cold path. Everything that was measured and kept: of each scenario the last run, whichever directory it is in.
 *
 * @param scenarios in the order in which they were read
 * @param host facts of the fingerprint, by name
 * @param gate the last comparison, where there is one
 * @param calibration of the gate, where there is one
 */
record StoredRun(
    List<StoredScenario> scenarios,
    Map<String, String> host,
    Optional<JsonNode> gate,
    Optional<JsonNode> calibration)
{
    /**
     * Puts runs together.
     *
     * @param runs of several directories; of the same scenario, the last counts
     * @return one run
     */
    static StoredRun merge(final List<StoredRun> runs)
    {
        final Map<String, StoredScenario> scenarios = new LinkedHashMap<>();
        Optional<JsonNode> gate = Optional.empty();
        Optional<JsonNode> calibration = Optional.empty();
        for (final StoredRun run : runs)
        {
            run.scenarios.forEach(scenario -> scenarios.put(scenario.name(), scenario));
            gate = run.gate.isPresent() ? run.gate : gate;
            calibration = run.calibration.isPresent() ? run.calibration : calibration;
        }
        return new StoredRun(new ArrayList<>(scenarios.values()), runs.get(runs.size() - 1).host, gate, calibration);
    }

    /** Returns whether the host is a virtual machine, on which absolute targets cannot be assessed. */
    boolean isVirtual()
    {
        return !HostFingerprint.NOT_VIRTUAL.equals(host.getOrDefault("hypervisor", HostFingerprint.NOT_VIRTUAL));
    }
}
