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
package io.packetflow.engine.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

import io.packetflow.engine.config.ScaledNumber.Unit;
import io.packetflow.engine.periodic.NearestName;

/** Cold path. The value types that settings are made of: units, ranges, choices, core lists, paths. */
public final class SettingTypes
{
    private static final List<Unit> DURATIONS = List.of(
        new Unit("h", 3_600_000_000_000L), new Unit("min", 60_000_000_000L), new Unit("s", 1_000_000_000L),
        new Unit("ms", 1_000_000L), new Unit("us", 1_000L), new Unit("ns", 1L));
    private static final List<Unit> SIZES = List.of(
        new Unit("GB", 1L << 30), new Unit("MB", 1L << 20), new Unit("KB", 1L << 10), new Unit("B", 1L));
    private static final List<Unit> RATES = List.of(
        new Unit("M/s", 1_000_000L), new Unit("k/s", 1_000L), new Unit("/s", 1L));
    private static final List<Unit> BARE = List.of(new Unit("", 1L));

    private SettingTypes()
    {
    }

    /**
     * A duration: {@code 250ns}, {@code 5us}, {@code 10ms}, {@code 1.5s}, {@code 2min}, {@code 1h}.
     *
     * @param minNanos least accepted value
     * @param maxNanos greatest accepted value
     * @return the type; values are nanoseconds
     */
    public static SettingType<Long> durationNanos(final long minNanos, final long maxNanos)
    {
        return new Scaled("duration", "a duration such as", "250ns, 5us, 10ms, 1s", DURATIONS, minNanos, maxNanos);
    }

    /**
     * A size in binary units: {@code 512B}, {@code 64KB}, {@code 16MB}, {@code 2GB}; 1 KB is 1,024 bytes.
     *
     * @param minBytes least accepted value
     * @param maxBytes greatest accepted value
     * @return the type; values are bytes
     */
    public static SettingType<Long> sizeBytes(final long minBytes, final long maxBytes)
    {
        return new Scaled("size", "a size such as", "64KB, 16MB, 2GB", SIZES, minBytes, maxBytes);
    }

    /**
     * A rate: {@code 100000/s}, {@code 100k/s}, {@code 1M/s}; decimal units.
     *
     * @param minPerSecond least accepted value
     * @param maxPerSecond greatest accepted value
     * @return the type; values are occurrences per second
     */
    public static SettingType<Long> ratePerSecond(final long minPerSecond, final long maxPerSecond)
    {
        return new Scaled("rate", "a rate such as", "1M/s, 100k/s, 2500/s", RATES, minPerSecond, maxPerSecond);
    }

    /**
     * A whole number.
     *
     * @param unit of the number, for tables, such as {@code messages}
     * @param min  least accepted value
     * @param max  greatest accepted value
     * @return the type
     */
    public static SettingType<Long> wholeNumber(final String unit, final long min, final long max)
    {
        return new Scaled(unit, "a whole number,", min + " to " + max, BARE, min, max);
    }

    /**
     * A number of slots that indexes by masking, or {@code auto}.
     *
     * @param min least accepted number
     * @param max greatest accepted number
     * @return the type
     */
    public static SettingType<Slots> powerOfTwoSlots(final int min, final int max)
    {
        return new Checked<>("slots", "auto, 512, 1024, 65536", Slots::parse,
            slots -> slots.isAuto() ||
            (slots.count() >= min && slots.count() <= max && Integer.bitCount(slots.count()) == 1),
            "must be auto or a power of two from " + min + " to " + max);
    }

    /**
     * One of the constants of an enum; {@code BUSY_SPIN} is written {@code busy-spin}.
     *
     * @param choices the enum
     * @param <E>     the enum
     * @return the type
     */
    public static <E extends Enum<E>> SettingType<E> choice(final Class<E> choices)
    {
        return new Choice<>(List.of(choices.getEnumConstants()));
    }

    /** @return a switch: {@code on} or {@code off} */
    public static SettingType<Boolean> onOff()
    {
        return new Switch("on", "off");
    }

    /** @return a switch that low-level code reads as a JVM option: {@code true} or {@code false} */
    public static SettingType<Boolean> trueFalse()
    {
        return new Switch("true", "false");
    }

    /** @return {@code auto} or a list of CPUs such as {@code 2,4-7} */
    public static SettingType<Cores> cores()
    {
        return new Checked<>("cpus", "auto, 3, 2,4-7", Cores::parse, cores -> true, "");
    }

    /**
     * A path.
     *
     * @param automatic what {@code auto} stands for
     * @return the type
     */
    public static SettingType<Path> path(final Path automatic)
    {
        return new Checked<>("path", "auto, /dev/shm/packetflow", text -> toPath(text, automatic), path -> true, "");
    }

    static String choiceName(final Enum<?> constant)
    {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Path toPath(final String text, final Path automatic)
    {
        if (text.isEmpty())
        {
            throw new IllegalArgumentException("must name a path");
        }
        return "auto".equals(text) ? automatic : Path.of(text);
    }

    private record Scaled(
        String unit,
        String form,
        String examples,
        List<Unit> units,
        long min,
        long max) implements SettingType<Long>
    {
        @Override
        public Long parse(final String text)
        {
            final long value = ScaledNumber.parse(text, units, "must be " + form + " " + examples);
            if (value < min || value > max)
            {
                throw new IllegalArgumentException("must be from " + format(min) + " to " + format(max));
            }
            return value;
        }

        @Override
        public String format(final Long value)
        {
            return ScaledNumber.format(value, units);
        }
    }

    private record Checked<T>(
        String unit,
        String examples,
        Function<String, T> parser,
        Predicate<T> condition,
        String mustHold) implements SettingType<T>
    {
        @Override
        public T parse(final String text)
        {
            final T value;
            try
            {
                value = parser.apply(text);
            }
            catch (final NumberFormatException e)
            {
                throw new IllegalArgumentException(mustHold.isEmpty() ? e.getMessage() : mustHold, e);
            }
            if (!condition.test(value))
            {
                throw new IllegalArgumentException(mustHold);
            }
            return value;
        }
    }

    private record Choice<E extends Enum<E>>(List<E> choices) implements SettingType<E>
    {
        @Override
        public E parse(final String text)
        {
            for (final E choice : choices)
            {
                if (choiceName(choice).equals(text.toLowerCase(Locale.ROOT)))
                {
                    return choice;
                }
            }
            throw new IllegalArgumentException("must be one of " + examples() +
                NearestName.suggest(text, choices.stream().map(SettingTypes::choiceName).toList()));
        }

        @Override
        public String unit()
        {
            return "choice";
        }

        @Override
        public String examples()
        {
            return String.join(", ", choices.stream().map(SettingTypes::choiceName).toList());
        }

        @Override
        public String format(final E value)
        {
            return choiceName(value);
        }
    }

    private record Switch(String on, String off) implements SettingType<Boolean>
    {
        @Override
        public Boolean parse(final String text)
        {
            if (!on.equals(text) && !off.equals(text))
            {
                throw new IllegalArgumentException("must be " + on + " or " + off);
            }
            return on.equals(text);
        }

        @Override
        public String unit()
        {
            return "switch";
        }

        @Override
        public String examples()
        {
            return on + ", " + off;
        }

        @Override
        public String format(final Boolean value)
        {
            return value ? on : off;
        }
    }
}
