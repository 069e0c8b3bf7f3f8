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
package io.packetflow.trading.feed.itch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

class ItchAdminMessageTest
{
    private static final long SEED = 20_191_230L;

    static Class<?>[] messages()
    {
        return ItchAdminMessage.class.getPermittedSubclasses();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldReadBackEachFieldAtBothExtremesAndBetween(final Class<?> message) throws ReflectiveOperationException
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(128, 64);
            for (int round = 0; round < 200; round++)
            {
                slab.fill(0, 128, (byte)0x5A);
                final ItchAdminMessage written = anyOf(message, random, round);

                final int length = written.encode(slab, 17, 0xFFFE, 0xFFFD, 0xFFFF_FFFF_FFFCL);

                assertThat(ItchAdminMessage.decode(slab, 17)).as("seed %d round %d", SEED, round).isEqualTo(written);
                assertThat(length).isEqualTo(ItchLayout.expectedLength(written.type()));
                assertThat(ItchDecoder.stockLocate(slab, 17)).isEqualTo(0xFFFE);
                assertThat(ItchDecoder.timestampNanos(slab, 17)).isEqualTo(0xFFFF_FFFF_FFFCL);
                assertThat(slab.getByte(16)).isEqualTo((byte)0x5A);
                assertThat(slab.getByte(17 + length)).isEqualTo((byte)0x5A);
            }
        }
    }

    @Test
    void shouldCoverTheThirteenTypesThatAreNoOrdersOrTrades()
    {
        assertThat(messages()).hasSize(13);
    }

    @Test
    void shouldPlaceFieldsWhereTheSpecificationSays()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(64, 64);

            new LuldCollar(ItchSymbol.pack("AAPL"), 3_000_000, 3_150_000, 2_850_000, 1).encode(slab, 0, 13, 0, 1);

            assertThat(slab.getIntBigEndian(19)).isEqualTo(3_000_000);
            assertThat(slab.getIntBigEndian(23)).isEqualTo(3_150_000);
            assertThat(slab.getIntBigEndian(27)).isEqualTo(2_850_000);
            assertThat(slab.getIntBigEndian(31)).isEqualTo(1);
            assertThat(ItchSymbol.unpack(slab.getLongBigEndian(11))).isEqualTo("AAPL");
        }
    }

    @Test
    void shouldRefuseToReadAnOrderAsAnAdminMessage()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(64, 64);
            ItchEncoder.header(slab, 0, 'A', 1, 0, 0);

            assertThatThrownBy(() -> ItchAdminMessage.decode(slab, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an admin message: type=65 offset=0");
        }
    }

    @Test
    void shouldRefuseWhatIsNoSymbol()
    {
        assertThatThrownBy(() -> ItchSymbol.pack("TOOLONGAB")).hasMessageContaining("1 to 8 characters");
        assertThatThrownBy(() -> ItchSymbol.pack("")).hasMessageContaining("1 to 8 characters");
        assertThatThrownBy(() -> ItchSymbol.pack("\u00DC")).hasMessageContaining("printable ASCII");
    }

    private static ItchAdminMessage anyOf(final Class<?> message, final SplittableRandom random, final int round)
        throws ReflectiveOperationException
    {
        final RecordComponent[] components = message.getRecordComponents();
        final Class<?>[] types = new Class<?>[components.length];
        final Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++)
        {
            types[i] = components[i].getType();
            final long bits = round == 0 ? 0 : round == 1 ? -1 : random.nextLong();
            values[i] = valueOf(components[i], bits);
        }
        return (ItchAdminMessage)message.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object valueOf(final RecordComponent component, final long bits)
    {
        if (component.getType() == char.class)
        {
            return (char)(bits & 0xFF);
        }
        if (component.getType() == int.class)
        {
            return "issueSubType".equals(component.getName()) ? (Object)(int)(bits & 0xFFFF) : (Object)(int)bits;
        }
        return isEightBytes(component.getName()) ? bits : bits & 0xFFFF_FFFFL;
    }

    private static boolean isEightBytes(final String name)
    {
        return "stock".equals(name) || name.startsWith("level") || "pairedShares".equals(name) ||
            "imbalanceShares".equals(name) || "nearTimeNanos".equals(name);
    }
}
