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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.write.SpaceState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the molecule is told about its journal's disk, and when the reactor ends. */
class SpaceUpkeepTest
{
    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab slab = arena.allocate(4096, 64);
    private final EngineCommandSource commands = new EngineCommandSource();
    private final List<NodeFailure> failures = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private final ReactorControl control =
        new ReactorControl(FailurePolicy.HALT, failures::add, new FailureLocator(List.of(), List.of()));
    private SpaceState state = SpaceState.OPEN;
    private SpaceUpkeep upkeep = upkeep(commands);

    @AfterEach
    void free()
    {
        arena.close();
    }

    private SpaceUpkeep upkeep(final EngineCommandSource source)
    {
        control.moveTo(ReactorState.RUNNING);
        return new SpaceUpkeep(Path.of("j"), () -> state, source, control, progress::add);
    }

    private void look(final SpaceState next)
    {
        state = next;
        upkeep.step();
        upkeep.step();
    }

    private void take()
    {
        commands.take(new InstanceHeader(slab), new InstanceInput(slab));
    }

    private List<Boolean> wanted()
    {
        return List.of(
            commands.isWanted(ControlCommands.SPACE_LOW), commands.isWanted(ControlCommands.SPACE_ENOUGH));
    }

    @Test
    void shouldTellEachChangeOnceAndOneAfterTheOther()
    {
        look(SpaceState.OPEN);
        assertThat(wanted()).containsExactly(false, false);

        look(SpaceState.CANCEL_ONLY);
        assertThat(wanted()).containsExactly(true, false);
        look(SpaceState.OPEN);
        assertThat(wanted()).as("the first is not taken yet").containsExactly(true, false);

        take();
        look(SpaceState.OPEN);
        assertThat(wanted()).containsExactly(false, true);
        take();
        look(SpaceState.OPEN);
        assertThat(wanted()).containsExactly(false, false);
        assertThat(progress).containsExactly(
            "ALARM: the disk of the journal j is nearly full: no order is added from now on, cancels pass; free room " +
                "on its file system",
            "the disk of the journal j has room again: orders are added as before");
        assertThat(failures).isEmpty();
    }

    @Test
    void shouldLiftWhatTheRunBeforeWasTold()
    {
        final EngineCommandSource before = new EngineCommandSource();
        before.request(ControlCommands.SPACE_LOW);
        before.take(new InstanceHeader(slab), new InstanceInput(slab));
        commands.resumeAfter(before.clientSequence());
        upkeep = upkeep(commands);

        look(SpaceState.OPEN);

        assertThat(wanted()).containsExactly(false, true);
    }

    @Test
    void shouldEndInOrderOnceWhereNothingMoreFits()
    {
        look(SpaceState.FULL);

        assertThat(control.state()).isEqualTo(ReactorState.DRAINING);
        assertThat(control.firstFailure()).as("so that the journal is closed in order").isNull();
        assertThat(failures).hasSize(1);
        assertThat(control.end().message()).contains("the disk of the journal j is full: nothing more is admitted, " +
            "all that was is in the journal; free room on its file system", "then start again");
        assertThat(wanted()).containsExactly(true, false);
    }

    @Test
    void shouldEndAMoleculeThatTakesNoCommands()
    {
        upkeep = upkeep(null);

        look(SpaceState.CANCEL_ONLY);
        assertThat(control.state()).isEqualTo(ReactorState.RUNNING);
        look(SpaceState.FULL);

        assertThat(control.state()).isEqualTo(ReactorState.DRAINING);
    }
}
