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

import java.util.LinkedHashMap;
import java.util.Map;

import io.packetflow.engine.telemetry.HostFingerprint;

/** Cold path. A host's fingerprint in JSON files: its facts by their names, blanks replaced. */
public final class HostJson
{
    private HostJson()
    {
    }

    /**
     * Writes a fingerprint.
     *
     * @param host of a fork
     * @return a new map, in the order of the facts
     */
    public static Map<String, Object> of(final HostFingerprint host)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        host.facts().forEach(fact -> json.put(fact.name().replace(' ', '_'), fact.value()));
        return json;
    }
}
