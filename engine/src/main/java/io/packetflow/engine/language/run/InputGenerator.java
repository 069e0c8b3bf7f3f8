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
package io.packetflow.engine.language.run;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;

import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.layout.record.Field;

/**
 * Cold path. Makes instances of all declared kinds: the same seed, the same instances. Prices are 0.01 to 1000.00,
 * quantities and whole numbers 1 to 1000 (100 where a byte holds them), bytes capital letters, timestamps grow.
 */
public final class InputGenerator
{
    private static final int MAX_NUMBER = 1_000;
    private static final int MAX_BYTE = 100;
    private static final int PRICE_CENTS = 100_000;
    private static final int CENT_E4 = 100;
    private static final int LETTERS = 26;

    private final SplittableRandom random;
    private final InputTableBuilder table;

    private InputGenerator(final List<CheckedInput> inputs, final long seed)
    {
        this.random = new SplittableRandom(seed);
        this.table = new InputTableBuilder(inputs);
    }

    /**
     * Makes instances.
     *
     * @param inputs kinds that the molecule declares, one at least
     * @param count how many; fewer where they do not fit into 1 GiB
     * @param seed of the generator
     * @return the instances
     */
    public static InputTable generate(final List<CheckedInput> inputs, final int count, final long seed)
    {
        final InputGenerator generator = new InputGenerator(inputs, seed);
        for (int i = 0; i < count && !generator.table.isFull(); i++)
        {
            generator.instance(inputs.get(generator.random.nextInt(inputs.size())));
        }
        return generator.table.build();
    }

    private void instance(final CheckedInput input)
    {
        final ByteBuffer record = table.begin();
        input.fields().ifPresentOrElse(
            layout -> layout.fields().forEach(field -> put(field, record)),
            () -> letters(0, input.kind().maxInputBytes(), record));
        table.end(input.kind(), input.fields().map(layout -> layout.size()).orElse(input.kind().maxInputBytes()));
    }

    private void put(final Field field, final ByteBuffer record)
    {
        switch (field.type())
        {
            case BYTES -> letters(field.offset(), field.length(), record);
            case INT8, UINT8 -> record.put(field.offset(), (byte)(1 + random.nextInt(MAX_BYTE)));
            case INT16, UINT16 -> record.putShort(field.offset(), (short)(1 + random.nextInt(MAX_NUMBER)));
            case INT32, UINT32, QUANTITY -> record.putInt(field.offset(), 1 + random.nextInt(MAX_NUMBER));
            case PRICE_E4 -> record.putLong(field.offset(), (long)CENT_E4 * (1 + random.nextInt(PRICE_CENTS)));
            case TIMESTAMP_NANOS -> record.putLong(field.offset(), table.lastTimeNanos());
            case INT64, UINT64 -> record.putLong(field.offset(), 1 + random.nextInt(MAX_NUMBER));
            default -> throw new IllegalStateException("a type of field without a generator: " + field.type());
        }
    }

    private void letters(final int offset, final int length, final ByteBuffer record)
    {
        for (int i = 0; i < length; i++)
        {
            record.put(offset + i, (byte)('A' + random.nextInt(LETTERS)));
        }
    }
}
