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
package io.packetflow.engine.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Packet;

/**
 * Cold path. Identifies a plan: the same molecule with the same options on the same host has the same hash in every
 * process, and whatever the generated code depends on changes it.
 */
public final class PlanHash
{
    private static final int BYTES = 8;

    private PlanHash()
    {
    }

    /**
     * Hashes a plan.
     *
     * @param plan to identify
     * @return 16 hexadecimal digits, the first 64 bits of a SHA-256
     */
    public static String of(final ReactorPlan plan)
    {
        final StringBuilder text = new StringBuilder(2_048).append(plan);
        for (final Packet packet : plan.molecule().packets())
        {
            text.append(packet).append(' ').append(packet.trigger().kindMask()).append(' ')
                .append(packet.handlerClass().getName()).append(' ').append(packet.resources())
                .append(packet.area().map(area -> area.view().getName() + area.layout()).orElse("")).append('\n');
        }
        plan.molecule().bonds().forEach(bond -> text.append(bond).append('\n'));
        for (final InstanceKind kind : plan.molecule().kinds())
        {
            text.append(kind.code()).append(' ').append(kind.name()).append(' ').append(kind.maxInputBytes())
                .append('\n');
        }
        try
        {
            final byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        }
        catch (final NoSuchAlgorithmException e)
        {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
