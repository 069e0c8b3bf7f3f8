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

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

import io.packetflow.engine.telemetry.HostFingerprint;

/**
 * Cold path. The hosts whose figures may be compared: same processor, kernel, virtual machine, JDK, collector and
 * options. Anything else measures hosts, not builds.
 */
final class HostClass
{
    private HostClass()
    {
    }

    /**
     * Names the class of a host.
     *
     * @param host of a fork
     * @return a name for a directory: the processor and a checksum over all facts of the fingerprint
     */
    static String of(final HostFingerprint host)
    {
        final CRC32 checksum = new CRC32();
        host.facts().forEach(fact ->
            checksum.update((fact.name() + '=' + fact.value() + ';').getBytes(StandardCharsets.UTF_8)));
        final String cpu = host.cpuModel().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
        return String.format(Locale.ROOT, "%s-x%d-%08x", cpu, host.cpuCount(), checksum.getValue());
    }
}
