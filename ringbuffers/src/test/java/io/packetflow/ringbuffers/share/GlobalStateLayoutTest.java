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
package io.packetflow.ringbuffers.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import net.openhft.chronicle.bytes.Byteable;
import net.openhft.chronicle.bytes.BytesStore;
import net.openhft.chronicle.hash.VanillaGlobalMutableState;
import net.openhft.chronicle.values.FieldModel;
import net.openhft.chronicle.values.ValueModel;
import net.openhft.chronicle.values.Values;

import org.junit.jupiter.api.Test;

/** Holds our class that stands in for a compiled one against what Chronicle's own generator would write. */
class GlobalStateLayoutTest
{
    private static final String REMEDY = "Chronicle changed what its map's global state looks like: the class " +
        "net.openhft.chronicle.hash.VanillaGlobalMutableState$$Native must follow, and tables get another version";
    private static final int BYTES = 25;
    /** First bit and number of bits of each field. */
    private static final Map<String, String> LAYOUT = Map.of("allocatedExtraTierBulks", "0+24", "firstFreeTierIndex",
        "24+40", "extraTiersInUse", "64+40", "segmentHeadersOffset", "104+32", "dataStoreSize", "136+64");

    @Test
    void shouldBeWhatChronicleLooksForSoThatNothingIsCompiled() throws ClassNotFoundException
    {
        final Object value = Values.newNativeReference(VanillaGlobalMutableState.class);

        assertThat(value.getClass().getProtectionDomain().getCodeSource().getLocation()).as(REMEDY)
            .isEqualTo(MapBuilders.class.getProtectionDomain().getCodeSource().getLocation());
        assertThat(value.getClass()).isSameAs(Class.forName(VanillaGlobalMutableState.class.getName() + "$$Native"));
    }

    @Test
    void shouldPutEachFieldWhereChronicleDoes() throws ReflectiveOperationException
    {
        final ValueModel model = ValueModel.acquire(VanillaGlobalMutableState.class);
        final Method offset = ValueModel.class.getDeclaredMethod("fieldBitOffset", FieldModel.class);
        final Method extent = FieldModel.class.getDeclaredMethod("sizeInBits");
        offset.setAccessible(true);
        extent.setAccessible(true);
        final Map<String, String> layout = new TreeMap<>();
        for (final FieldModel field : model.fields().toList())
        {
            layout.put(field.name(), offset.invoke(model, field) + "+" + extent.invoke(field));
        }

        assertThat(layout).as(REMEDY).containsExactlyInAnyOrderEntriesOf(LAYOUT);
        assertThat(model.sizeInBytes()).as(REMEDY).isEqualTo(BYTES);
    }

    /** Whatever is set, each field keeps its own value, and the bytes around them stay as they are. */
    @Test
    void shouldKeepFieldsApart()
    {
        final long seed = System.nanoTime();
        final SplittableRandom random = new SplittableRandom(seed);
        final byte[] around = new byte[BYTES + 2 * Long.BYTES];
        random.nextBytes(around);
        final BytesStore<?, ByteBuffer> store = BytesStore.wrap(ByteBuffer.wrap(around.clone()));
        final VanillaGlobalMutableState state = Values.newNativeReference(VanillaGlobalMutableState.class);
        ((Byteable)state).bytesStore(store, Long.BYTES, BYTES);
        final long[] expected = new long[5];
        for (int round = 0; round < 10_000; round++)
        {
            final int field = round < expected.length ? round : random.nextInt(expected.length);
            expected[field] = random.nextLong(bound(field));
            setter(state, field).accept(expected[field]);
            for (int i = 0; i < Math.min(round + 1, expected.length); i++)
            {
                assertThat(getter(state, i).getAsLong()).as("seed=%d round=%d field=%d", seed, round, i)
                    .isEqualTo(expected[i]);
            }
        }
        for (int i = 0; i < Long.BYTES; i++)
        {
            assertThat(store.readByte(i)).as("seed=%d", seed).isEqualTo(around[i]);
            assertThat(store.readByte(Long.BYTES + BYTES + i)).as("seed=%d", seed)
                .isEqualTo(around[Long.BYTES + BYTES + i]);
        }
    }

    private static long bound(final int field)
    {
        return field == 4 ? Long.MAX_VALUE : 1L << new int[]{24, 40, 40, 32}[field];
    }

    private static LongConsumer setter(final VanillaGlobalMutableState state, final int field)
    {
        return switch (field)
        {
            case 0 -> value -> state.setAllocatedExtraTierBulks((int)value);
            case 1 -> state::setFirstFreeTierIndex;
            case 2 -> state::setExtraTiersInUse;
            case 3 -> state::setSegmentHeadersOffset;
            default -> state::setDataStoreSize;
        };
    }

    private static LongSupplier getter(final VanillaGlobalMutableState state, final int field)
    {
        return switch (field)
        {
            case 0 -> state::getAllocatedExtraTierBulks;
            case 1 -> state::getFirstFreeTierIndex;
            case 2 -> state::getExtraTiersInUse;
            case 3 -> state::getSegmentHeadersOffset;
            default -> state::getDataStoreSize;
        };
    }
}
