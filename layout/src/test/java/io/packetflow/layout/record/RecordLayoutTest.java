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
package io.packetflow.layout.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class RecordLayoutTest
{
    private static final List<FieldType> TYPES = List.of(FieldType.values());
    private static final RecordLayout UPDATE = RecordLayout.named("MarketUpdate")
        .uint8("side")
        .priceE4("bidPriceE4")
        .quantity("bidQuantity")
        .bytes("symbol", 8)
        .uint16("locate")
        .build();

    @Test
    void shouldPlaceFieldsByDescendingAlignmentWithoutHoles()
    {
        assertThat(UPDATE.offset("bidPriceE4")).isZero();
        assertThat(UPDATE.offset("symbol")).isEqualTo(8);
        assertThat(UPDATE.offset("bidQuantity")).isEqualTo(16);
        assertThat(UPDATE.offset("locate")).isEqualTo(20);
        assertThat(UPDATE.offset("side")).isEqualTo(22);
        assertThat(UPDATE.size()).isEqualTo(24);
        assertThat(UPDATE.alignment()).isEqualTo(8);
    }

    @Test
    void shouldKeepTheDeclaredOrderWhereAsked()
    {
        final RecordLayout layout = RecordLayout.named("Wire")
            .int8("kind").int32("length").int8("flag").int16("port").bytes("rest", 3).inDeclaredOrder().build();

        assertThat(layout.fields()).extracting(Field::offset).containsExactly(0, 4, 8, 10, 12);
        assertThat(layout.size()).isEqualTo(16);
        assertThat(layout.alignment()).isEqualTo(4);
    }

    @Test
    void shouldGiveEachTypeItsSize()
    {
        for (final FieldType type : FieldType.values())
        {
            final RecordLayout layout = RecordLayout.named("One").field("value", type).build();

            assertThat(layout.size()).as(type.name()).isEqualTo(type.sizeBytes());
            assertThat(layout.alignment()).as(type.name()).isEqualTo(type.sizeBytes());
            assertThat(layout.field("value").type()).isEqualTo(type);
        }
        assertThat(FieldType.PRICE_E4.sizeBytes()).isEqualTo(8);
        assertThat(FieldType.QUANTITY.sizeBytes()).isEqualTo(4);
        assertThat(FieldType.TIMESTAMP_NANOS.sizeBytes()).isEqualTo(8);
    }

    @Test
    void shouldAlignFieldsWithoutOverlapOrHolesInRandomRecords()
    {
        final SplittableRandom random = new SplittableRandom(20_201_015L);
        for (int round = 0; round < 2_000; round++)
        {
            final RecordLayout layout = randomRecord("Random", random);
            int end = 0;
            for (final Field field : layout.fields())
            {
                assertThat(field.offset()).as("holes: round=%d %s", round, layout).isEqualTo(end);
                assertThat(field.offset() % field.type().sizeBytes()).as("round=%d %s", round, layout).isZero();
                end = field.end();
            }
            assertThat(layout.size() - end).as("round=%d %s", round, layout).isBetween(0, layout.alignment() - 1);
            assertThat(layout.size() % layout.alignment()).as("round=%d %s", round, layout).isZero();
        }
    }

    @Test
    void shouldSuggestTheNameThatWasMeant()
    {
        assertThatThrownBy(() -> UPDATE.offset("bidPricE4"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("record MarketUpdate has no field bidPricE4: did you mean bidPriceE4? " +
                "there are bidPriceE4, symbol, bidQuantity, locate, side");
        assertThatThrownBy(() -> UPDATE.offset("entirelyElse"))
            .hasMessage("record MarketUpdate has no field entirelyElse: " +
                "there are bidPriceE4, symbol, bidQuantity, locate, side");
        assertThat(UPDATE.has("side")).isTrue();
        assertThat(UPDATE.has("Side")).isFalse();
    }

    @Test
    void shouldRefuseIllegalNamesAndSizes()
    {
        assertThatThrownBy(() -> RecordLayout.named("1st"))
            .hasMessage("a record is named with a letter, then letters, digits and underscores, " +
                "at most 64 characters: name=\"1st\"");
        assertThatThrownBy(() -> RecordLayout.named("R").int8("a b"))
            .hasMessageContaining("a field of record R is named").hasMessageContaining("name=\"a b\"");
        assertThatThrownBy(() -> RecordLayout.named("R").int8("a").int64("a"))
            .hasMessage("record R has two fields named a");
        assertThatThrownBy(() -> RecordLayout.named("R").bytes("text", 0))
            .hasMessage("a field of bytes holds 1 to 1048576: record=R field=text length=0");
        assertThatThrownBy(() -> RecordLayout.named("R").build())
            .hasMessage("a record has at least one field: record=R");
        final RecordLayout.Builder tooLong = RecordLayout.named("R").bytes("most", 1 << 20).int8("last");
        assertThatThrownBy(tooLong::build)
            .hasMessage("a record holds at most 1048576 bytes: record=R field=last end=1048577");
    }

    @Test
    void shouldBeEqualByValue()
    {
        final RecordLayout same = RecordLayout.named("MarketUpdate")
            .priceE4("bidPriceE4").bytes("symbol", 8).quantity("bidQuantity").uint16("locate").uint8("side").build();
        final RecordLayout otherType = RecordLayout.named("MarketUpdate")
            .int64("bidPriceE4").bytes("symbol", 8).quantity("bidQuantity").uint16("locate").uint8("side").build();

        assertThat(same).isEqualTo(UPDATE).hasSameHashCodeAs(UPDATE).hasToString(UPDATE.toString());
        assertThat(otherType).isNotEqualTo(UPDATE);
    }

    @Test
    void shouldDrawARulerWithNamesAndPadding()
    {
        assertThat(UPDATE.print()).isEqualTo(
            """
            MarketUpdate: 24 bytes, aligned to 8, little-endian
                  0                   1                   2                   3
                  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
                 +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
               0 |                          bidPriceE4                           |
                 +                                                               +
               4 |                                                               |
                 +---------------+---------------+---------------+---------------+
               8 |                            symbol                             |
                 +                                                               +
              12 |                                                               |
                 +---------------+---------------+---------------+---------------+
              16 |                          bidQuantity                          |
                 +---------------+---------------+---------------+---------------+
              20 |            locate             |     side      |   (padding)   |
                 +---------------+---------------+---------------+---------------+
                0  PRICE_E4            8  bidPriceE4
                8  BYTES               8  symbol
               16  QUANTITY            4  bidQuantity
               20  UINT16              2  locate
               22  UINT8               1  side
            """);
    }

    @Test
    void shouldShortenLongFieldsAndNamesInTheRuler()
    {
        final RecordLayout layout = RecordLayout.named("Spec")
            .uint8("aNameOfManyLetters").bytes("blob", 40).inDeclaredOrder().build();

        assertThat(layout.print()).isEqualTo(
            """
            Spec: 41 bytes, aligned to 1, little-endian
                  0                   1                   2                   3
                  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
                 +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
               0 |aNameOfManyLet~|                     blob                      |
                 +---------------+                                               +
               4 |                                                               |
                 |                              ...                              |
              40 |               |                                               |
                 +---------------+---------------+---------------+---------------+
                0  UINT8               1  aNameOfManyLetters
                1  BYTES              40  blob
            """);
    }

    /** Makes a record of 1 to 9 fields of any type. */
    static RecordLayout randomRecord(final String name, final SplittableRandom random)
    {
        final RecordLayout.Builder builder = RecordLayout.named(name);
        final int fieldCount = random.nextInt(1, 10);
        for (int i = 0; i < fieldCount; i++)
        {
            final FieldType type = TYPES.get(random.nextInt(TYPES.size()));
            if (type == FieldType.BYTES)
            {
                builder.bytes("f" + i, random.nextInt(1, 40));
            }
            else
            {
                builder.field("f" + i, type);
            }
        }
        return builder.build();
    }
}
