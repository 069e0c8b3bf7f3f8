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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.packet.Emitter;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackEdgeTest
{
    private static final int INPUT = 64;

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab slot = arena.allocate(256, 64);
    private final InstanceHeader header = new InstanceHeader(slot);
    private final InstanceInput input = new InstanceInput(slot);
    private final EmissionBound bound = new EmissionBound();

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldHandOverEmissionsInTheirOrder()
    {
        final BackEdge edge = new BackEdge(arena, 4, 16, bound);
        emit(edge.emitter(), 10, 7);
        emit(edge.emitter(), 11, 8);

        assertThat(edge.nextTimeNanos()).isEqualTo(10);
        assertThat(edge.nextTimeNanos()).as("asking takes nothing").isEqualTo(10);
        assertThat(edge.isExhausted()).isFalse();
        assertThat(take(edge)).isEqualTo(7);
        assertThat(header.kind()).isEqualTo(Kinds.ECHO.code());
        assertThat(header.inputLength()).isEqualTo(16);
        assertThat(header.ingressNanos()).isZero();
        assertThat(edge.nextTimeNanos()).isEqualTo(11);
        assertThat(take(edge)).isEqualTo(8);
        assertThat(edge.nextTimeNanos()).isEqualTo(InstanceSource.NONE);
        assertThat(edge.isExhausted()).isTrue();
    }

    @Test
    void shouldNotShowWhatIsNotCommitted()
    {
        final BackEdge edge = new BackEdge(arena, 4, 16, bound);
        assertThat(edge.emitter().claim(Kinds.ECHO.code(), 16, 5)).isNotEqualTo(Emitter.FULL);

        assertThat(edge.nextTimeNanos()).isEqualTo(InstanceSource.NONE);
        assertThat(edge.emitter().claim(Kinds.ECHO.code(), 16, 6)).as("a claim may be made anew").isNotNegative();
        edge.emitter().commit();
        assertThat(edge.nextTimeNanos()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void shouldRefuseAndCountWhatFindsItFull(final int capacity)
    {
        final BackEdge edge = new BackEdge(arena, capacity, 16, bound);
        long next = 0;
        for (int lap = 0; lap < 3; lap++)
        {
            for (int i = 0; i < capacity; i++)
            {
                emit(edge.emitter(), lap * 100L + i, lap * 100L + i);
            }
            assertThat(edge.emitter().claim(Kinds.ECHO.code(), 16, 1_000)).isEqualTo(Emitter.FULL);
            assertThat(edge.refusedCount()).isEqualTo(lap + 1);
            for (int i = 0; i < capacity; i++)
            {
                assertThat(edge.nextTimeNanos()).isEqualTo(lap * 100L + i);
                assertThat(take(edge)).isEqualTo(lap * 100L + i);
                next++;
            }
            assertThat(edge.taken()).isEqualTo(next);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 12, 16, 40})
    void shouldTakeInputsUpToTheDeclaredLengthAndNoLonger(final int maxInputBytes)
    {
        final BackEdge edge = new BackEdge(arena, 2, maxInputBytes, bound);

        assertThat(edge.emitter().claim(Kinds.ECHO.code(), maxInputBytes, 1)).isNotEqualTo(Emitter.FULL);
        assertThatThrownBy(() -> edge.emitter().claim(Kinds.ECHO.code(), maxInputBytes + 1, 1))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("an emission is longer than declared: inputLength=" + (maxInputBytes + 1) +
                " maxInputBytes=" + maxInputBytes);
    }

    @Test
    void shouldMoveABoundOverAllEdgesWhenAnEmissionIsCommitted()
    {
        final BackEdge first = new BackEdge(arena, 4, 16, bound);
        final BackEdge second = new BackEdge(arena, 4, 16, bound);
        assertThat(bound.earliestNanos()).isEqualTo(InstanceSource.NONE);

        emit(first.emitter(), 30, 1);
        assertThat(second.emitter().claim(Kinds.ECHO.code(), 16, 20)).isNotEqualTo(Emitter.FULL);
        assertThat(bound.earliestNanos()).as("what is not committed").isEqualTo(30);
        second.emitter().commit();
        emit(first.emitter(), 40, 1);
        assertThat(bound.earliestNanos()).isEqualTo(20);

        bound.set(30);
        assertThat(bound.earliestNanos()).isEqualTo(30);
    }

    @Test
    void shouldWriteWholeWordsOfTheInputAndNothingBehind()
    {
        final BackEdge edge = new BackEdge(arena, 2, 12, bound);
        slot.fill(0, 256, (byte)0x55);
        edge.emitter().claim(Kinds.ECHO.code(), 12, 1);
        edge.emitter().commit();
        take(edge);

        assertThat(slot.getLong(INPUT + 16)).isEqualTo(0x5555555555555555L);
    }

    @Test
    void shouldNeverBeAskedToDropAnEmission()
    {
        final BackEdge edge = new BackEdge(arena, 2, 8, bound);

        assertThatThrownBy(() -> edge.discard(false)).isInstanceOf(IllegalStateException.class)
            .hasMessage("an emission is never shed: its emitter was told that it was accepted");
    }

    private static void emit(final Emitter emitter, final long timeNanos, final long value)
    {
        final int offset = emitter.claim(Kinds.ECHO.code(), 16, timeNanos);
        assertThat(offset).isNotEqualTo(Emitter.FULL);
        emitter.slab().putLong(offset + Long.BYTES, value);
        emitter.commit();
    }

    private long take(final BackEdge edge)
    {
        header.wrap(0);
        input.wrap(INPUT);
        edge.take(header, input);
        return input.getLong(Long.BYTES);
    }
}
