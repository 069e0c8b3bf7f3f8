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
import static org.assertj.core.api.Assertions.fail;

import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItchOrderMessagesTest
{
    private static final long SEED = 20_200_130L;
    private static final int ROUNDS = 500;
    private static final byte GUARD = (byte)0xA5;

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab slab = arena.allocate(128, 64);
    private final SplittableRandom random = new SplittableRandom(SEED);
    private int round;
    private long offset;

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldReadBackTheHeaderOfEachTypeAndLeaveTheNeighboursAlone()
    {
        for (int i = 0; i < ItchLayout.types().length(); i++)
        {
            final char type = ItchLayout.types().charAt(i);
            for (round = 0; round < ROUNDS; round++)
            {
                guard();
                final int locate = (int)value(16);
                final int tracking = (int)value(16);
                final long nanos = value(48);

                ItchEncoder.header(slab, offset, type, locate, tracking, nanos);

                assertThat(ItchDecoder.type(slab, offset)).isEqualTo(type);
                assertThat(ItchDecoder.stockLocate(slab, offset)).as(where()).isEqualTo(locate);
                assertThat(ItchDecoder.trackingNumber(slab, offset)).as(where()).isEqualTo(tracking);
                assertThat(ItchDecoder.timestampNanos(slab, offset)).as(where()).isEqualTo(nanos);
                assertGuarded(ItchLayout.HEADER_LENGTH);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'A', 'F', 'P'})
    void shouldReadBackOrdersAndHiddenTrades(final char type)
    {
        for (round = 0; round < ROUNDS; round++)
        {
            guard();
            final long reference = value(64);
            final char side = random.nextBoolean() ? 'B' : 'S';
            final long shares = value(32);
            final long stock = value(64);
            final long priceE4 = value(32);
            final int mpid = (int)value(32);
            final long match = value(64);

            final int length = switch (type)
            {
                case 'A' -> ItchEncoder.addOrder(slab, offset, reference, side, shares, stock, priceE4);
                case 'F' -> ItchEncoder.addOrderMpid(slab, offset, reference, side, shares, stock, priceE4, mpid);
                default -> ItchEncoder.trade(slab, offset, reference, side, shares, stock, priceE4, match);
            };

            assertThat(length).isEqualTo(ItchLayout.expectedLength(type));
            assertThat(ItchDecoder.orderReference(slab, offset)).as(where()).isEqualTo(reference);
            assertThat(ItchDecoder.side(slab, offset)).as(where()).isEqualTo(side);
            assertThat(ItchDecoder.shares(slab, offset)).as(where()).isEqualTo(shares);
            assertThat(ItchDecoder.stock(slab, offset)).as(where()).isEqualTo(stock);
            assertThat(ItchDecoder.priceE4(slab, offset)).as(where()).isEqualTo(priceE4);
            if (type == 'F')
            {
                assertThat(ItchDecoder.mpid(slab, offset)).as(where()).isEqualTo(mpid);
            }
            if (type == 'P')
            {
                assertThat(ItchDecoder.tradeMatchNumber(slab, offset)).as(where()).isEqualTo(match);
            }
            assertGuarded(length);
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'E', 'C', 'X', 'D'})
    void shouldReadBackWhatTakesFromOrders(final char type)
    {
        for (round = 0; round < ROUNDS; round++)
        {
            guard();
            final long reference = value(64);
            final long shares = value(32);
            final long match = value(64);
            final char printable = random.nextBoolean() ? 'Y' : 'N';
            final long priceE4 = value(32);

            final int length = switch (type)
            {
                case 'E' -> ItchEncoder.orderExecuted(slab, offset, reference, shares, match);
                case 'C' ->
                    ItchEncoder.orderExecutedAtPrice(slab, offset, reference, shares, match, printable, priceE4);
                case 'X' -> ItchEncoder.orderCancel(slab, offset, reference, shares);
                default -> ItchEncoder.orderDelete(slab, offset, reference);
            };

            assertThat(length).isEqualTo(ItchLayout.expectedLength(type));
            assertThat(ItchDecoder.orderReference(slab, offset)).as(where()).isEqualTo(reference);
            if (type != 'D')
            {
                assertThat(ItchDecoder.reducedShares(slab, offset)).as(where()).isEqualTo(shares);
            }
            if (type == 'E' || type == 'C')
            {
                assertThat(ItchDecoder.executionMatchNumber(slab, offset)).as(where()).isEqualTo(match);
            }
            if (type == 'C')
            {
                assertThat(ItchDecoder.printable(slab, offset)).as(where()).isEqualTo(printable);
                assertThat(ItchDecoder.executionPriceE4(slab, offset)).as(where()).isEqualTo(priceE4);
            }
            assertGuarded(length);
        }
    }

    @Test
    void shouldReadBackReplacements()
    {
        for (round = 0; round < ROUNDS; round++)
        {
            guard();
            final long oldReference = value(64);
            final long newReference = value(64);
            final long shares = value(32);
            final long priceE4 = value(32);

            final int length = ItchEncoder.orderReplace(slab, offset, oldReference, newReference, shares, priceE4);

            assertThat(length).isEqualTo(35);
            assertThat(ItchDecoder.orderReference(slab, offset)).as(where()).isEqualTo(oldReference);
            assertThat(ItchDecoder.newOrderReference(slab, offset)).as(where()).isEqualTo(newReference);
            assertThat(ItchDecoder.replacedShares(slab, offset)).as(where()).isEqualTo(shares);
            assertThat(ItchDecoder.replacedPriceE4(slab, offset)).as(where()).isEqualTo(priceE4);
            assertGuarded(length);
        }
    }

    @Test
    void shouldReadBackCrossesAndBrokenTrades()
    {
        for (round = 0; round < ROUNDS; round++)
        {
            guard();
            final long shares = value(64);
            final long stock = value(64);
            final long priceE4 = value(32);
            final long match = value(64);

            final int crossLength = ItchEncoder.crossTrade(slab, offset, shares, stock, priceE4, match, 'O');

            assertThat(crossLength).isEqualTo(40);
            assertThat(ItchDecoder.crossShares(slab, offset)).as(where()).isEqualTo(shares);
            assertThat(ItchDecoder.crossStock(slab, offset)).as(where()).isEqualTo(stock);
            assertThat(ItchDecoder.crossPriceE4(slab, offset)).as(where()).isEqualTo(priceE4);
            assertThat(ItchDecoder.crossMatchNumber(slab, offset)).as(where()).isEqualTo(match);
            assertThat(ItchDecoder.crossType(slab, offset)).isEqualTo('O');
            assertGuarded(crossLength);

            guard();
            final int brokenLength = ItchEncoder.brokenTrade(slab, offset, match);

            assertThat(brokenLength).isEqualTo(19);
            assertThat(ItchDecoder.brokenMatchNumber(slab, offset)).as(where()).isEqualTo(match);
            assertGuarded(brokenLength);
        }
    }

    @Test
    void shouldKnowTwentyThreeTypesAndNoOther()
    {
        int known = 0;
        for (int type = 0; type < 256; type++)
        {
            final boolean isListed = ItchLayout.types().indexOf(type) >= 0;
            assertThat(ItchLayout.expectedLength(type) > 0).as("type %d", type).isEqualTo(isListed);
            assertThat("unknown".equals(ItchLayout.name(type))).as("type %d", type).isNotEqualTo(isListed);
            known += isListed ? 1 : 0;
        }
        assertThat(known).isEqualTo(23);
    }

    /** Both extremes first, then anything. */
    private long value(final int bits)
    {
        final long mask = -1L >>> (64 - bits);
        if (round == 0)
        {
            return 0;
        }
        return round == 1 ? mask : random.nextLong() & mask;
    }

    private void guard()
    {
        slab.fill(0, slab.capacity(), GUARD);
        offset = random.nextLong(16, 32);
    }

    private void assertGuarded(final int length)
    {
        for (long at = 0; at < slab.capacity(); at++)
        {
            if ((at < offset || at >= offset + length) && slab.getByte(at) != GUARD)
            {
                fail("byte %d was written, length %d, %s", at, length, where());
            }
        }
    }

    private String where()
    {
        return "seed " + SEED + " round " + round + " offset " + offset;
    }
}
