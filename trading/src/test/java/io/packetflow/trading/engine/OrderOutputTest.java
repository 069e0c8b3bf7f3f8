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
package io.packetflow.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderOutputTest
{
    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab source = arena.allocate(64, 64);

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldGiveMessagesBackInTheirOrder()
    {
        final OrderOutput output = new OrderOutput(arena, 4, true);
        write(output, 1, 12);
        write(output, 2, 47);

        final List<byte[]> messages = new ArrayList<>();
        assertThat(output.drain((message, length) -> messages.add(Arrays.copyOf(message, length)))).isEqualTo(2);
        assertThat(messages.get(0)).hasSize(12).startsWith(1);
        assertThat(messages.get(1)).hasSize(47).containsOnly(2);
        assertThat(output.drain((message, length) -> messages.clear())).isZero();
        assertThat(messages).hasSize(2);
    }

    @Test
    void shouldGiveBackNoMoreThanIsAskedForAndSayWhatIsOverwritten()
    {
        final OrderOutput output = new OrderOutput(arena, 4, true);
        for (int i = 0; i < 3; i++)
        {
            write(output, i, 12);
        }

        assertThat(output.drain((message, length) -> { }, 2)).isEqualTo(2);
        assertThat(output.drain((message, length) -> { }, 0)).isZero();
        assertThat(output.isOverrun()).isFalse();
        assertThat(output.drain((message, length) -> assertThat(message).startsWith(2), 2)).isEqualTo(1);
        for (int i = 0; i < 5; i++)
        {
            write(output, i, 12);
        }
        assertThat(output.isOverrun()).isTrue();
    }

    @Test
    void shouldCountMessagesThatNobodyReads()
    {
        final OrderOutput output = new OrderOutput(arena, 4, false);
        for (int i = 0; i < 9; i++)
        {
            output.count(source, 0, 47);
        }

        assertThat(output.count()).isEqualTo(9);
    }

    @Test
    void shouldSayWhenThereIsNoRoomUntilItIsRead()
    {
        final OrderOutput output = new OrderOutput(arena, 4, true);
        for (int i = 0; i < 3; i++)
        {
            write(output, i, 10);
        }
        assertThat(output.hasRoomFor(1)).isTrue();
        assertThat(output.hasRoomFor(2)).isFalse();

        output.drain((message, length) -> assertThat(output.hasRoomFor(4)).isFalse());

        assertThat(output.hasRoomFor(4)).isTrue();
    }

    @Test
    void shouldSayThatMessagesWereOverwrittenUnread()
    {
        final OrderOutput output = new OrderOutput(arena, 4, true);
        for (int i = 0; i < 6; i++)
        {
            write(output, i, 10);
        }

        assertThatThrownBy(() -> output.drain((message, length) -> { }))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("2 order messages were overwritten before they were read: capacity=4");
    }

    @Test
    void shouldAlwaysHaveRoomWithoutAReader()
    {
        final OrderOutput unread = new OrderOutput(arena, 4, false);
        final OrderOutput abandoned = new OrderOutput(arena, 4, true);
        for (int i = 0; i < 9; i++)
        {
            write(unread, i, 10);
        }

        assertThat(unread.hasRoomFor(100)).isTrue();
        assertThat(abandoned.hasRoomFor(100)).isFalse();
        abandoned.endReading();
        assertThat(abandoned.hasRoomFor(100)).isTrue();
    }

    @Test
    void shouldTellStreamsApartByAnyByteAndByLength()
    {
        final long reference = hash(5, 47);

        assertThat(hash(5, 47)).isEqualTo(reference);
        assertThat(hash(5, 46)).isNotEqualTo(reference);
        assertThat(hash(6, 47)).isNotEqualTo(reference);
        for (int at = 0; at < 47; at++)
        {
            final OrderOutput output = new OrderOutput(arena, 4, false);
            source.fill(0, 64, (byte)5);
            source.putByte(at, (byte)6);
            output.count(source, 0, 47);
            assertThat(output.streamHash()).as("byte %s", at).isNotEqualTo(reference);
        }
    }

    @Test
    void shouldIgnoreWhatStandsBehindAMessage()
    {
        source.fill(0, 64, (byte)5);
        source.fill(47, 17, (byte)9);
        final OrderOutput output = new OrderOutput(arena, 4, false);
        output.count(source, 0, 47);

        assertThat(output.streamHash()).isEqualTo(hash(5, 47));
    }

    @Test
    void shouldRefuseACapacityThatIsNoPowerOfTwo()
    {
        assertThatThrownBy(() -> new OrderOutput(arena, 6, true)).hasMessageContaining("capacity=6");
    }

    private long hash(final int value, final int length)
    {
        final OrderOutput output = new OrderOutput(arena, 4, false);
        source.fill(0, 64, (byte)value);
        output.count(source, 0, length);
        return output.streamHash();
    }

    private void write(final OrderOutput output, final int value, final int length)
    {
        source.fill(0, 64, (byte)value);
        output.write(source, 0, length);
    }
}
