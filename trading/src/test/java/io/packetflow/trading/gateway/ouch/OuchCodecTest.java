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
package io.packetflow.trading.gateway.ouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.gateway.AllocationMeter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OuchCodecTest
{
    private static final int ROUNDS = 2_000;
    private static final HexFormat HEX = HexFormat.of();

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab slab = arena.allocate(256, 64);

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldWriteTheRecordedEnterOrder()
    {
        final OuchEncoder encoder = new OuchEncoder(slab, new OuchOrderTerms(
            '0', 'Y', 'A', 'N', 'N', "      ", bytes("05024c494d45")));

        final int length = encoder.enter(3, 113, (byte)'T', 225, OuchSymbol.pack("CVLT"), 630_200);
        // The recorded client made its order ids otherwise; the rest must be the same byte for byte.
        slab.putBytes(3 + OuchInboundLayout.ENTER_CLIENT_ORDER_ID, ascii("H8FUB8IV"), 0, 8);

        assertThat(hex(3, length)).isEqualTo(
            "4f0000007154000000e143564c54202020200000000000099db83059414e4e" +
            "4838465542384956202020202020000605024c494d45");
    }

    @Test
    void shouldReadTheRecordedEnterOrder()
    {
        put("4f0000007154000000e143564c54202020200000000000099db83059414e4e" +
            "4838465542384956202020202020000605024c494d45");
        final OuchVenueDecoder order = new OuchVenueDecoder(slab);
        order.wrap(0);
        final OuchAppendage appendage = new OuchAppendage(slab);
        appendage.wrap(order.appendageOffset(), order.appendageLength());

        assertThat(OuchLengths.inbound(slab, 0, 53)).isEqualTo(53);
        assertThat(order.userRef()).isEqualTo(113);
        assertThat((char)order.side()).isEqualTo('T');
        assertThat(order.quantity()).isEqualTo(225);
        assertThat(OuchSymbol.unpack(order.symbol())).isEqualTo("CVLT");
        assertThat(order.priceE4()).isEqualTo(630_200);
        assertThat((char)order.timeInForce()).isEqualTo('0');
        assertThat(appendage.find(OuchAppendage.FIRM)).isTrue();
        assertThat(appendage.value()).isEqualTo(0x4C49_4D45L);
        assertThat(appendage.next()).isFalse();
        assertThat(appendage.malformed()).isFalse();
    }

    @Test
    void shouldReadTheRecordedAcceptance()
    {
        put("410000289b4d64af8700753a8d42000000284144424520202020000000000048e7483559" +
            "000000000f56b4f5414e4e4c37363832373031202020202020200009" + "05024d4c524f021230");
        final OuchDecoder answer = new OuchDecoder(slab);
        answer.wrap(0);
        final OuchAppendage appendage = new OuchAppendage(slab);
        appendage.wrap(OuchOutboundLayout.ACCEPTED_LENGTH, answer.acceptedAppendageLength());

        assertThat(OuchLengths.outbound(slab, 0, 73)).isEqualTo(73);
        assertThat((char)answer.type()).isEqualTo('A');
        assertThat(answer.userRef()).isEqualTo(7_682_701);
        assertThat((char)answer.acceptedSide()).isEqualTo('B');
        assertThat(answer.acceptedQuantity()).isEqualTo(40);
        assertThat(OuchSymbol.unpack(answer.acceptedSymbol())).isEqualTo("ADBE");
        assertThat(answer.acceptedPriceE4()).isEqualTo(4_777_800);
        assertThat(answer.acceptedOrderRef()).isEqualTo(0x0F56_B4F5L);
        assertThat((char)answer.acceptedState()).isEqualTo('L');
        assertThat(answer.timestampNanos()).isEqualTo(0x289B_4D64_AF87L);
        assertThat(appendage.find(OuchAppendage.BBO_WEIGHT)).isTrue();
        assertThat(appendage.value()).isEqualTo('0');
    }

    @Test
    void shouldReadTheRecordedCancellation()
    {
        put("430000289b4d68131700753a8d0000002855");
        final OuchDecoder answer = new OuchDecoder(slab);
        answer.wrap(0);

        assertThat(OuchLengths.outbound(slab, 0, 18)).isEqualTo(18);
        assertThat(answer.userRef()).isEqualTo(7_682_701);
        assertThat(answer.canceledQuantity()).isEqualTo(40);
        assertThat((char)answer.canceledReason()).isEqualTo('U');
    }

    @Test
    void shouldWriteTheRecordedCancelRequest()
    {
        final OuchEncoder encoder = new OuchEncoder(slab, OuchOrderTerms.day("PFLOW1"));

        final int length = encoder.cancel(0, 0x0075_2E71, 0);

        assertThat(hex(0, length)).isEqualTo("5800752e7100000000");
    }

    @Test
    void shouldRoundTripEveryRequest()
    {
        final long seed = 20_261_122;
        final SplittableRandom random = new SplittableRandom(seed);
        final OuchEncoder encoder = new OuchEncoder(slab, OuchOrderTerms.postOnly("PFLOW1"));
        final OuchVenueDecoder decoder = new OuchVenueDecoder(slab);
        final OuchAppendage appendage = new OuchAppendage(slab);
        for (int i = 0; i < ROUNDS; i++)
        {
            // What stood there before must not show.
            slab.fill(0, slab.capacity(), (byte)random.nextInt());
            final int offset = random.nextInt(64);
            final int userRef = random.nextInt();
            final int newRef = random.nextInt();
            final int quantity = random.nextInt(1, 1_000_000);
            final long priceE4 = random.nextLong(1, 2_000_000_000);
            final byte side = (byte)"BSTE".charAt(random.nextInt(4));
            final long symbol = OuchSymbol.pack("AAPL");
            decoder.wrap(offset);

            final int entered = encoder.enter(offset, userRef, side, quantity, symbol, priceE4);
            assertThat(OuchLengths.inbound(slab, offset, entered)).as("seed %d", seed).isEqualTo(50);
            assertThat(decoder.type()).isEqualTo(OuchInboundLayout.ENTER);
            assertThat(decoder.userRef()).as("seed %d", seed).isEqualTo(userRef);
            assertThat(decoder.side()).isEqualTo(side);
            assertThat(decoder.quantity()).isEqualTo(quantity);
            assertThat(decoder.symbol()).isEqualTo(symbol);
            assertThat(decoder.priceE4()).isEqualTo(priceE4);
            assertThat((char)decoder.timeInForce()).isEqualTo('0');
            assertThat((char)decoder.display()).isEqualTo('Y');
            assertThat(decoder.capacityIsoCross()).isEqualTo('P' | 'N' << 8 | 'N' << 16);
            assertThat(text(offset + OuchInboundLayout.ENTER_CLIENT_ORDER_ID, 14))
                .isEqualTo("%08XPFLOW1".formatted(userRef));
            appendage.wrap(decoder.appendageOffset(), decoder.appendageLength());
            assertThat(appendage.find(OuchAppendage.POST_ONLY)).isTrue();
            assertThat(appendage.value()).isEqualTo('P');

            final int replaced = encoder.replace(offset, userRef, newRef, quantity, priceE4);
            assertThat(OuchLengths.inbound(slab, offset, replaced)).as("seed %d", seed).isEqualTo(43);
            assertThat(decoder.replaceOriginalRef()).isEqualTo(userRef);
            assertThat(decoder.replaceUserRef()).isEqualTo(newRef);
            assertThat(decoder.replaceQuantity()).isEqualTo(quantity);
            assertThat(decoder.replacePriceE4()).isEqualTo(priceE4);
            assertThat((char)decoder.replaceTimeInForce()).isEqualTo('0');
            assertThat((char)decoder.replaceDisplay()).isEqualTo('Y');
            assertThat(text(offset + OuchInboundLayout.REPLACE_CLIENT_ORDER_ID, 14))
                .isEqualTo("%08XPFLOW1".formatted(newRef));
            appendage.wrap(decoder.replaceAppendageOffset(), decoder.replaceAppendageLength());
            assertThat(appendage.find(OuchAppendage.POST_ONLY)).isTrue();

            final int canceled = encoder.cancel(offset, userRef, quantity);
            assertThat(OuchLengths.inbound(slab, offset, canceled)).isEqualTo(canceled);
            assertThat(decoder.userRef()).isEqualTo(userRef);
            assertThat(decoder.cancelQuantity()).isEqualTo(quantity);

            final int modified = encoder.modify(offset, userRef, side, quantity);
            assertThat(OuchLengths.inbound(slab, offset, modified)).isEqualTo(modified);
            assertThat(decoder.userRef()).isEqualTo(userRef);
            assertThat(decoder.side()).isEqualTo(side);
            assertThat(decoder.quantity()).isEqualTo(quantity);
        }
        assertThat(OuchLengths.inbound(slab, 0, encoder.accountQuery(0))).isEqualTo(1);
    }

    @Test
    void shouldRoundTripTheAnswersToOrders()
    {
        final long seed = 42;
        final SplittableRandom random = new SplittableRandom(seed);
        final OuchEncoder client = new OuchEncoder(slab, OuchOrderTerms.day("PFLOW1"));
        final OuchVenueDecoder request = new OuchVenueDecoder(slab);
        final OuchVenueEncoder encoder = new OuchVenueEncoder(slab);
        final OuchDecoder decoder = new OuchDecoder(slab);
        request.wrap(0);
        decoder.wrap(100);
        for (int i = 0; i < ROUNDS; i++)
        {
            slab.fill(0, slab.capacity(), (byte)random.nextInt());
            final int userRef = random.nextInt();
            final int newRef = random.nextInt();
            final int quantity = random.nextInt(1, 1_000_000);
            final long priceE4 = random.nextLong(1, 2_000_000_000);
            final long time = random.nextLong(1L << 47);
            final long number = random.nextLong();
            final long symbol = OuchSymbol.pack("MSFT");

            client.enter(0, userRef, (byte)'S', quantity, symbol, priceE4);
            assertThat(encoder.accepted(100, time, request, number)).isEqualTo(lengthAt(100));
            assertThat(decoder.timestampNanos()).as("seed %d", seed).isEqualTo(time);
            assertThat(decoder.userRef()).isEqualTo(userRef);
            assertThat((char)decoder.acceptedSide()).isEqualTo('S');
            assertThat(decoder.acceptedQuantity()).isEqualTo(quantity);
            assertThat(decoder.acceptedSymbol()).isEqualTo(symbol);
            assertThat(decoder.acceptedPriceE4()).isEqualTo(priceE4);
            assertThat(decoder.acceptedOrderRef()).isEqualTo(number);
            assertThat(decoder.acceptedCapacityIsoCross()).isEqualTo(request.capacityIsoCross());
            assertThat(decoder.acceptedClientOrderIdHead()).isEqualTo(request.clientOrderIdHead());
            assertThat(decoder.acceptedClientOrderIdTail()).isEqualTo(request.clientOrderIdTail());
            assertThat(decoder.acceptedState()).isEqualTo(OuchVenueEncoder.STATE_LIVE);

            client.replace(0, userRef, newRef, quantity, priceE4);
            assertThat(encoder.replaced(100, time, request, (byte)'B', symbol, 0x4E4E50, number))
                .isEqualTo(lengthAt(100));
            assertThat(decoder.replacedOriginalRef()).isEqualTo(userRef);
            assertThat(decoder.replacedUserRef()).isEqualTo(newRef);
            assertThat((char)decoder.replacedSide()).isEqualTo('B');
            assertThat(decoder.replacedQuantity()).isEqualTo(quantity);
            assertThat(decoder.replacedSymbol()).isEqualTo(symbol);
            assertThat(decoder.replacedPriceE4()).isEqualTo(priceE4);
            assertThat(decoder.replacedOrderRef()).isEqualTo(number);
            assertThat(decoder.replacedCapacityIsoCross()).isEqualTo(0x4E4E50);
            assertThat(decoder.replacedClientOrderIdHead()).isEqualTo(request.replaceClientOrderIdHead());
            assertThat(decoder.replacedClientOrderIdTail()).isEqualTo(request.replaceClientOrderIdTail());
        }
    }

    @Test
    void shouldRoundTripWhatBecomesOfOrders()
    {
        final long seed = 43;
        final SplittableRandom random = new SplittableRandom(seed);
        final OuchVenueEncoder encoder = new OuchVenueEncoder(slab);
        final OuchDecoder decoder = new OuchDecoder(slab);
        final OuchRareDecoder rare = new OuchRareDecoder(slab);
        decoder.wrap(100);
        rare.wrap(100);
        for (int i = 0; i < ROUNDS; i++)
        {
            slab.fill(0, slab.capacity(), (byte)random.nextInt());
            final int userRef = random.nextInt();
            final int newRef = random.nextInt();
            final int quantity = random.nextInt(1, 1_000_000);
            final long priceE4 = random.nextLong(1, 2_000_000_000);
            final long time = random.nextLong(1L << 47);
            final long number = random.nextLong();

            assertThat(encoder.canceled(100, time, userRef, quantity, (byte)'U')).isEqualTo(lengthAt(100));
            assertThat(decoder.userRef()).as("seed %d", seed).isEqualTo(userRef);
            assertThat(decoder.canceledQuantity()).isEqualTo(quantity);
            assertThat((char)decoder.canceledReason()).isEqualTo('U');

            assertThat(encoder.executed(100, time, userRef, quantity, priceE4, (byte)'A', number))
                .isEqualTo(lengthAt(100));
            assertThat(decoder.executedQuantity()).isEqualTo(quantity);
            assertThat(decoder.executedPriceE4()).isEqualTo(priceE4);
            assertThat((char)decoder.executedLiquidity()).isEqualTo('A');
            assertThat(decoder.executedMatch()).isEqualTo(number);

            assertThat(encoder.rejected(100, time, userRef, 513, number, 0)).isEqualTo(lengthAt(100));
            assertThat(decoder.userRef()).isEqualTo(userRef);
            assertThat(decoder.rejectedReason()).isEqualTo(513);

            assertThat(encoder.modified(100, time, userRef, (byte)'T', quantity)).isEqualTo(lengthAt(100));
            assertThat((char)rare.modifiedSide()).isEqualTo('T');
            assertThat(rare.modifiedQuantity()).isEqualTo(quantity);

            assertThat(encoder.accountAnswer(100, time, newRef)).isEqualTo(lengthAt(100));
            assertThat(rare.nextUserRef()).isEqualTo(newRef);
        }
    }

    @Test
    void shouldReadTheRareAnswers()
    {
        final OuchDecoder common = new OuchDecoder(slab);
        final OuchRareDecoder rare = new OuchRareDecoder(slab);
        common.wrap(0);
        rare.wrap(0);
        final String head = "0000000000000001" + "0000002a";

        put("53" + "0000000000000001" + "53");
        assertThat(lengthAt(0)).isEqualTo(10);
        assertThat((char)rare.systemEvent()).isEqualTo('S');
        put("44" + head + "00000064" + "51" + "00000032" + "00000000000186a0" + "52");
        assertThat(lengthAt(0)).isEqualTo(31);
        assertThat(common.aiqCanceledQuantity()).isEqualTo(100);
        assertThat((char)common.aiqCanceledReason()).isEqualTo('Q');
        assertThat(common.aiqPreventedQuantity()).isEqualTo(50);
        assertThat(common.aiqPriceE4()).isEqualTo(100_000);
        assertThat((char)common.aiqLiquidity()).isEqualTo('R');
        put("42" + head + "0000000000000007" + "45" + "20".repeat(14));
        assertThat(lengthAt(0)).isEqualTo(36);
        assertThat(common.brokenMatch()).isEqualTo(7);
        assertThat((char)common.brokenReason()).isEqualTo('E');
        put("46" + head + "00000064" + "00000000000186a0" + "41" + "0000000000000009" + "4e" + "20".repeat(14));
        assertThat(lengthAt(0)).isEqualTo(49);
        assertThat(rare.correctedQuantity()).isEqualTo(100);
        assertThat(rare.correctedPriceE4()).isEqualTo(100_000);
        assertThat((char)rare.correctedLiquidity()).isEqualTo('A');
        assertThat(rare.correctedMatch()).isEqualTo(9);
        assertThat((char)rare.correctedReason()).isEqualTo('N');
        put("50" + head);
        assertThat(lengthAt(0)).isEqualTo(13);
        assertThat(rare.userRef()).isEqualTo(42);
        put("49" + head);
        assertThat(lengthAt(0)).isEqualTo(13);
        put("54" + head + "00000000000186a0" + "4e" + "000000000000000b");
        assertThat(lengthAt(0)).isEqualTo(30);
        assertThat(rare.priorityPriceE4()).isEqualTo(100_000);
        assertThat((char)rare.priorityDisplay()).isEqualTo('N');
        assertThat(rare.priorityOrderRef()).isEqualTo(11);
        put("52" + head + "52" + "0005" + "0416000000");
        assertThat(lengthAt(0)).isEqualTo(21);
        assertThat((char)rare.restatedReason()).isEqualTo('R');
        assertThat(rare.restatedAppendageLength()).isEqualTo(5);
    }

    @Test
    void shouldKnowNoLengthOfUnknownTypesAndCutMessages()
    {
        put("5a00");
        assertThat(OuchLengths.inbound(slab, 0, 2)).isEqualTo(OuchLengths.UNKNOWN_TYPE);
        assertThat(OuchLengths.outbound(slab, 0, 2)).isEqualTo(OuchLengths.UNKNOWN_TYPE);
        put("ff");
        assertThat(OuchLengths.inbound(slab, 0, 1)).isEqualTo(OuchLengths.UNKNOWN_TYPE);
        final OuchEncoder encoder = new OuchEncoder(slab, OuchOrderTerms.postOnly("PFLOW1"));
        final int length = encoder.enter(0, 1, (byte)'B', 100, OuchSymbol.pack("A"), 10_000);
        for (int available = 0; available < length; available++)
        {
            assertThat(OuchLengths.inbound(slab, 0, available)).isEqualTo(OuchLengths.TRUNCATED);
        }
        assertThat(OuchLengths.inbound(slab, 0, length)).isEqualTo(length);
    }

    @Test
    void shouldWalkAppendagesAndStopAtWhatDoesNotFit()
    {
        int length = OuchAppendage.put(slab, 0, OuchAppendage.MIN_QUANTITY, 300, 4);
        length += OuchAppendage.put(slab, length, 99, 7, 2);
        length += OuchAppendage.put(slab, length, OuchAppendage.DISPLAY_PRICE, 1_234_567, 8);
        final OuchAppendage walk = new OuchAppendage(slab);

        walk.wrap(0, length);
        assertThat(walk.next()).isTrue();
        assertThat(walk.tag()).isEqualTo(OuchAppendage.MIN_QUANTITY);
        assertThat(walk.value()).isEqualTo(300);
        assertThat(walk.find(OuchAppendage.DISPLAY_PRICE)).isTrue();
        assertThat(walk.value()).isEqualTo(1_234_567);
        assertThat(walk.next()).isFalse();
        assertThat(walk.malformed()).isFalse();

        walk.wrap(0, length - 1);
        assertThat(walk.find(OuchAppendage.DISPLAY_PRICE)).isFalse();
        assertThat(walk.malformed()).isTrue();
        slab.putByte(0, (byte)0);
        walk.wrap(0, length);
        assertThat(walk.next()).isFalse();
        assertThat(walk.malformed()).isTrue();
    }

    @Test
    void shouldRefuseBadSymbolsAndTerms()
    {
        assertThat(OuchSymbol.unpack(OuchSymbol.pack("BRK.A"))).isEqualTo("BRK.A");
        assertThatThrownBy(() -> OuchSymbol.pack("TOOLONGSYM")).hasMessageContaining("symbol='TOOLONGSYM'");
        assertThatThrownBy(() -> OuchSymbol.pack("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OuchOrderTerms('9', 'Y', 'P', 'N', '?', "SHORT", bytes("00".repeat(9))))
            .hasMessageContaining("timeInForce='9'")
            .hasMessageContaining("cross='?'")
            .hasMessageContaining("clientTag='SHORT'")
            .hasMessageContaining("length=9");
    }

    @Test
    void shouldAllocateNothing()
    {
        final OuchEncoder encoder = new OuchEncoder(slab, OuchOrderTerms.postOnly("PFLOW1"));
        final long symbol = OuchSymbol.pack("AAPL");

        final long bytes = AllocationMeter.bytesOf(() ->
        {
            for (int i = 1; i < 10_000; i++)
            {
                encoder.enter(0, i, (byte)'B', 100, symbol, 3_200_000);
                encoder.replace(0, i, i + 1, 100, 3_200_100);
                encoder.cancel(0, i, 0);
            }
        });

        assertThat(bytes).isZero();
    }

    private int lengthAt(final int offset)
    {
        return OuchLengths.outbound(slab, offset, 100);
    }

    private void put(final String hex)
    {
        final byte[] bytes = HEX.parseHex(hex);
        slab.putBytes(0, bytes, 0, bytes.length);
    }

    private String hex(final int offset, final int length)
    {
        final byte[] bytes = new byte[length];
        slab.getBytes(offset, bytes, 0, length);
        return HEX.formatHex(bytes);
    }

    private String text(final int offset, final int length)
    {
        final byte[] bytes = new byte[length];
        slab.getBytes(offset, bytes, 0, length);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static byte[] ascii(final String text)
    {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static List<Byte> bytes(final String hex)
    {
        final byte[] bytes = HEX.parseHex(hex);
        final Byte[] boxed = new Byte[bytes.length];
        for (int i = 0; i < bytes.length; i++)
        {
            boxed[i] = bytes[i];
        }
        return List.of(boxed);
    }
}
