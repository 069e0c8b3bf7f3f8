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
package io.packetflow.engine.reactor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.nio.ByteBuffer;

import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;

/**
 * Cold path. Identifies what a replay depends on besides the journal and the code: packets, triggers, bonds, kinds,
 * back edges, clock, and what the embedding program says of its configuration.
 */
final class SchemaHash
{
    private SchemaHash()
    {
    }

    static long of(final ReactorContext context)
    {
        final Molecule molecule = context.molecule();
        final StringBuilder text = new StringBuilder(molecule.name()).append('\n');
        for (final Packet packet : molecule.packets())
        {
            text.append(packet).append(' ').append(packet.trigger().kindMask()).append(' ')
                .append(packet.handlerClass().getName()).append(' ').append(packet.resources()).append('\n');
        }
        molecule.bonds().forEach(bond -> text.append(bond).append('\n'));
        molecule.kinds().forEach(kind -> text.append(kind.code()).append(' ').append(kind.name()).append('\n'));
        context.backEdges().forEach(edge -> text.append(edge.packet()).append(' ').append(edge.capacity()).append(' ')
            .append(edge.minimumDelayNanos()).append('\n'));
        text.append(context.clock()).append(' ').append(context.timerPeriodNanos()).append('\n');
        context.journal().ifPresent(journal -> text.append(journal.configuration()));
        return ByteBuffer.wrap(sha256(text.toString())).getLong();
    }

    private static byte[] sha256(final String text)
    {
        try
        {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        }
        catch (final NoSuchAlgorithmException e)
        {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
