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
package io.packetflow.layout.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StateRoundTripTest
{
    private static final long SEED = 0x57A7EL;
    private static final String REMEDY = "; restore under the configuration and version that it was saved under";

    private final Arena arena = new Arena(HugePages.OFF);

    @AfterEach
    void closeArena()
    {
        arena.close();
    }

    @Test
    void shouldBringBackWhatWasSaved()
    {
        final Random random = new Random(SEED);
        for (int size = 1; size < 40; size++)
        {
            final Sample saved = new Sample(arena, size).randomized(random);
            final Sample restored = new Sample(arena, size).randomized(random);

            restore(restored, save(saved));

            assertThat(restored.text()).as("seed %d, size %d", SEED, size).isEqualTo(saved.text());
        }
    }

    @Test
    void shouldWriteWhatTheSizerCounted()
    {
        final Sample sample = new Sample(arena, 13).randomized(new Random(SEED));
        final Slab target = arena.allocate(4096, 8);
        final StateWriter writer = new StateWriter(target);

        writer.part("sample", sample);

        final int numbers = 6 * 24;
        final int headers = 2 * 16 + 5 * 16;
        assertThat(writer.bytes()).isEqualTo(headers + numbers + 16 + 13 * 8 + 56 + 16 + 16)
            .isEqualTo(StateSizer.bytesOf("sample", sample));
        assertThat(writer.fits()).isTrue();
    }

    @Test
    void shouldWriteEqualBytesForEqualStateWhateverStoodThere()
    {
        final Sample sample = new Sample(arena, 13).randomized(new Random(SEED));
        final Slab first = save(sample);
        final Slab second = arena.allocate(first.capacity(), 8);
        second.fill(0, second.capacity(), (byte)0x5A);

        new StateWriter(second).part("sample", sample);

        assertThat(bytes(second)).isEqualTo(bytes(first));
    }

    @Test
    void shouldWriteNothingOutsideAndSayWhatItTakesWhereStateHasGrown()
    {
        final Sample sample = new Sample(arena, 13).randomized(new Random(SEED));
        final long bytes = StateSizer.bytesOf("sample", sample);
        final Slab target = arena.allocate(bytes + 16, 8);
        for (long capacity = 0; capacity < bytes; capacity += 8)
        {
            target.fill(0, target.capacity(), (byte)0x5A);
            final StateWriter writer = new StateWriter(target, 8, capacity);

            writer.part("sample", sample);

            assertThat(writer.fits()).as("capacity %d", capacity).isFalse();
            assertThat(writer.bytes()).isEqualTo(bytes);
            assertThat(target.getLong(0)).isEqualTo(0x5A5A5A5A5A5A5A5AL);
            assertThat(target.getLong(8 + capacity)).isEqualTo(0x5A5A5A5A5A5A5A5AL);
        }
    }

    @Test
    void shouldBeginAnew()
    {
        final Sample sample = new Sample(arena, 13).randomized(new Random(SEED));
        final Slab target = arena.allocate(StateSizer.bytesOf("sample", sample), 8);
        final StateWriter writer = new StateWriter(target);
        writer.part("sample", sample);
        writer.part("sample", sample);
        assertThat(writer.fits()).isFalse();

        writer.restart();
        writer.part("sample", sample);

        assertThat(writer.fits()).isTrue();
        final Sample restored = new Sample(arena, 13);
        restore(restored, target);
        assertThat(restored.text()).isEqualTo(sample.text());
    }

    @Test
    void shouldNameThePartThatHasAnotherSize()
    {
        final Slab saved = save(new Sample(arena, 16));

        assertThatThrownBy(() -> restore(new Sample(arena, 24), saved))
            .isInstanceOf(StateException.class)
            .hasMessage("saved state does not fit sample.slab: expected slab of 24 bytes, found 16" + REMEDY);
    }

    @Test
    void shouldNameWhatStandsInPlaceOfAField()
    {
        final Slab saved = save(new Sample(arena, 16));

        assertThatThrownBy(() -> reader(saved).part("sample", state -> state.part("book",
            inner -> inner.int64("count", 0))))
            .isInstanceOf(StateException.class)
            .hasMessageMatching("saved state does not fit sample\\.book: expected part, found constant of 8 bytes " +
                "at byte 16 \\(tag [0-9a-f]{16}\\) of another name" + REMEDY);
        assertThatThrownBy(() -> reader(saved).part("sample", state -> state.int64("configured", 0)))
            .hasMessageContaining("sample.configured: expected int64, found constant of 8 bytes")
            .hasMessageContaining("of this name");
        assertThatThrownBy(() -> reader(saved).part("sample", state -> state.constant("configured", 8)))
            .hasMessage("saved state does not fit sample.configured: expected 8 as configured here, found 7" + REMEDY);
    }

    @Test
    void shouldRefuseWhatIsLeft()
    {
        final Slab saved = save(new Sample(arena, 16));

        assertThatThrownBy(() -> reader(saved).part("sample", state -> state.constant("configured", 7)))
            .hasMessageContaining("saved state does not fit sample: expected the end, found int64 of 8 bytes");
        assertThatThrownBy(() -> reader(saved).finish())
            .hasMessageContaining("saved state does not fit: expected the end, found part of");
    }

    @Test
    void shouldRefuseAnIndexOutsideItsBounds()
    {
        final Slab saved = arena.allocate(72, 8);
        final StateWriter writer = new StateWriter(saved);
        writer.bounded("index", 12, 0, 20);
        writer.extent("bytes", 9);
        writer.doublings("growths", 1, 8);

        assertThatThrownBy(() -> new StateReader(saved, 0, writer.bytes()).bounded("index", 0, 0, 11))
            .hasMessage("saved state does not fit index: expected a number from 0 to 11, found 12" + REMEDY);
        assertThatThrownBy(() -> new StateReader(saved, 24, 24).extent("bytes", 0))
            .hasMessage("saved state does not fit bytes: expected the length of what follows, at most 0 bytes, " +
                "found 9" + REMEDY);
        assertThatThrownBy(() -> new StateReader(saved, 48, 24).doublings("growths", 0, 8))
            .hasMessage("saved state does not fit growths: expected that the doubled bytes follow, at most 0, " +
                "found 1 doublings of 8" + REMEDY);
    }

    @Test
    void shouldRefuseArbitraryBytesWithNothingButItsOwnException()
    {
        final Random random = new Random(SEED);
        final Slab saved = save(new Sample(arena, 13).randomized(random));
        final byte[] original = bytes(saved);
        final Sample target = new Sample(arena, 13);
        int refusedCount = 0;
        for (int run = 0; run < 20_000; run++)
        {
            saved.putBytes(0, original, 0, original.length);
            final long offset = random.nextInt(original.length / 8) * 8L;
            saved.putLong(offset, random.nextBoolean() ? random.nextLong() : random.nextInt(64) - 8);
            final long length = random.nextBoolean() ? original.length : random.nextInt(original.length + 1);

            refusedCount += isRefused(target, saved, length) ? 1 : 0;
        }
        assertThat(refusedCount).as("seed %d", SEED).isBetween(10_000, 19_999);
    }

    @Test
    void shouldGrowAnImageWithItsComponent()
    {
        try (StateImage image = new StateImage("sample", HugePages.OFF))
        {
            assertThatThrownBy(() -> image.restore(new Sample(arena, 8))).hasMessage(
                "nothing was saved yet: name=sample");
            for (int size = 8; size < 2_000; size *= 3)
            {
                final Sample saved = new Sample(arena, size).randomized(new Random(SEED));
                final Sample restored = new Sample(arena, size);

                image.save(saved);
                image.restore(restored);

                assertThat(restored.text()).as("size %d", size).isEqualTo(saved.text());
                assertThat(image.bytes()).isEqualTo(StateSizer.bytesOf("sample", saved));
                final long hash = image.hash();
                image.save(restored);
                assertThat(image.hash()).isEqualTo(hash).isNotZero();
                restored.ints[3]++;
                image.save(restored);
                assertThat(image.hash()).isNotEqualTo(hash);
            }
        }
    }

    @Test
    void shouldRefuseRangesThatDoNotLieInTheirSlab()
    {
        final Slab slab = arena.allocate(64, 8);

        assertThatThrownBy(() -> new StateWriter(slab, 8, 57))
            .hasMessage("a range lies in its slab: offset=8 length=57 capacity=64");
        assertThatThrownBy(() -> new StateReader(slab, 4, 8))
            .hasMessage("saved state begins at a multiple of 8: base=4");
        assertThatThrownBy(() -> new StateWriter(slab).range("part", slab, -1, 2))
            .hasMessage("a range lies in its slab: offset=-1 length=2 capacity=64");
    }

    private Slab save(final Sample sample)
    {
        final Slab target = arena.allocate(StateSizer.bytesOf("sample", sample), 8);
        new StateWriter(target).part("sample", sample);
        return target;
    }

    private static StateReader reader(final Slab saved)
    {
        return new StateReader(saved, 0, saved.capacity());
    }

    private static void restore(final Sample sample, final Slab saved)
    {
        final StateReader reader = reader(saved);
        reader.part("sample", sample);
        reader.finish();
    }

    private static boolean isRefused(final Sample target, final Slab saved, final long length)
    {
        try
        {
            final StateReader reader = new StateReader(saved, 0, length);
            reader.part("sample", target);
            reader.finish();
            return false;
        }
        catch (final StateException expected)
        {
            return expected.getMessage().startsWith("saved state does not fit");
        }
    }

    private static byte[] bytes(final Slab slab)
    {
        final byte[] bytes = new byte[(int)slab.capacity()];
        slab.getBytes(0, bytes, 0, bytes.length);
        return bytes;
    }
}
