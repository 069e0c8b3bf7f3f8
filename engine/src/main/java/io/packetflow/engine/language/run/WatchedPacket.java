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
package io.packetflow.engine.language.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.record.Field;
import io.packetflow.layout.record.RecordLayout;

/**
 * Cold path. A packet whose payloads are kept and printed.
 *
 * @param packet name
 * @param view class of its flyweight
 * @param layout of its payload
 * @param kindMask kinds of instances at which it fires
 */
public record WatchedPacket(String packet, Class<? extends Flyweight> view, RecordLayout layout, long kindMask)
{
    /**
     * Watches a packet.
     *
     * @param packet that writes a payload
     * @return what is watched
     * @throws IllegalArgumentException if it writes none
     */
    public static WatchedPacket of(final Packet packet)
    {
        final Area area = packet.area().orElseThrow(() ->
            new IllegalArgumentException("packet " + packet.name() + " has no payload that could be printed"));
        return new WatchedPacket(packet.name(), area.view(), area.layout(), packet.trigger().kindMask());
    }

    /**
     * Writes what was kept, one line an instance.
     *
     * @param log of the run
     * @param out takes the lines
     */
    public void print(final RunLog log, final Consumer<String> out)
    {
        final ByteBuffer payloads = ByteBuffer.wrap(log.payloads()).order(ByteOrder.LITTLE_ENDIAN);
        final StringBuilder line = new StringBuilder();
        for (int i = 0; i < log.kept(); i++)
        {
            line.setLength(0);
            line.append(log.sequence(i)).append(' ').append(packet);
            for (final Field field : layout.fields())
            {
                line.append(' ').append(field.name()).append('=')
                    .append(FieldText.get(field, payloads, i * log.payloadBytes()));
            }
            out.accept(line.toString());
        }
    }
}
