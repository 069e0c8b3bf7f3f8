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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The engine's own commands come once each, and their number tells what the molecule was told last. */
class EngineCommandSourceTest
{
    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab slab = arena.allocate(4096, 64);
    private final InstanceHeader header = new InstanceHeader(slab);
    private final InstanceInput input = new InstanceInput(slab);
    private final EngineCommandSource source = new EngineCommandSource();

    @AfterEach
    void free()
    {
        arena.close();
    }

    private List<Long> taken()
    {
        final List<Long> commands = new ArrayList<>();
        while (source.nextTimeNanos() != InstanceSource.NONE)
        {
            source.take(header, input);
            commands.add(input.getLong(0));
        }
        return commands;
    }

    @Test
    void shouldBringEachCommandOnceHoweverOftenItIsAskedFor()
    {
        assertThat(source.isExhausted()).isTrue();

        source.request(ControlCommands.SPACE_LOW);
        source.request(ControlCommands.SNAPSHOT);
        source.request(ControlCommands.SNAPSHOT);

        assertThat(source.isWanted(ControlCommands.SNAPSHOT)).isTrue();
        assertThat(taken()).containsExactly((long)ControlCommands.SPACE_LOW, (long)ControlCommands.SNAPSHOT);
        assertThat(source.isWanted(ControlCommands.SNAPSHOT)).isFalse();
        assertThat(source.isExhausted()).isTrue();
    }

    @Test
    void shouldCancelLiveOrdersFirstAndSayWhy()
    {
        source.request(ControlCommands.SNAPSHOT);
        source.requestCancelLive(LiveOrders.Event.PROMOTION);

        source.take(header, input);

        assertThat(input.getLong(0)).isEqualTo(ControlCommands.CANCEL_LIVE);
        assertThat(input.getLong(Long.BYTES)).isEqualTo(LiveOrders.Event.PROMOTION.code());
        assertThat(source.isCancelWanted(LiveOrders.Event.PROMOTION)).isFalse();
        assertThat(taken()).containsExactly((long)ControlCommands.SNAPSHOT);
        assertThat(input.getLong(Long.BYTES)).isZero();
    }

    @Test
    void shouldNumberItsCommandsAndSayInTheNumberWhetherSpaceIsLow()
    {
        final List<Boolean> low = new ArrayList<>();
        long last = 0;
        for (final int command : new int[]{ControlCommands.SNAPSHOT, ControlCommands.SPACE_LOW,
            ControlCommands.SNAPSHOT, ControlCommands.SPACE_ENOUGH, ControlCommands.SNAPSHOT})
        {
            source.request(command);
            taken();
            assertThat(source.clientSequence()).isGreaterThan(last);
            last = source.clientSequence();
            low.add(source.isLow());
        }

        assertThat(low).containsExactly(false, true, true, false, false);
        assertThat(last).isEqualTo(10);
    }

    @Test
    void shouldKnowBehindAJournalWhatWasToldLast()
    {
        source.request(ControlCommands.SPACE_LOW);
        taken();
        final EngineCommandSource next = new EngineCommandSource();

        next.resumeAfter(source.clientSequence());

        assertThat(next.isLow()).isTrue();
    }
}
