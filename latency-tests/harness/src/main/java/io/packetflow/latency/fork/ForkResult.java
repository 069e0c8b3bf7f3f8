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
package io.packetflow.latency.fork;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.latency.host.HostLoad;

/**
 * Cold path. What one forked JVM measured.
 *
 * @param host on which it ran, and how
 * @param numbers by what they are
 * @param texts by name: what a reader should know, such as the plan
 * @param series of durations by name
 */
public record ForkResult(
    HostFingerprint host, Map<Measure, Double> numbers, Map<String, String> texts, Map<String, LatencySeries> series)
{
    /** Copies the maps. */
    public ForkResult
    {
        numbers = Map.copyOf(numbers);
        texts = Map.copyOf(texts);
        series = Map.copyOf(series);
    }

    /**
     * Begins a result.
     *
     * @param host on which the fork runs
     * @return a builder
     */
    public static Builder on(final HostFingerprint host)
    {
        return new Builder(host);
    }

    /**
     * Returns a number.
     *
     * @param measure that the fork must have answered
     * @return its value
     */
    public double number(final Measure measure)
    {
        return present(numbers.get(measure), measure.key());
    }

    /**
     * Returns a series.
     *
     * @param name that the fork must have answered
     * @return the durations
     */
    public LatencySeries series(final String name)
    {
        return present(series.get(name), name);
    }

    /**
     * Returns a duration of a series.
     *
     * @param name of the series
     * @param percentile up to 100
     * @return nanoseconds
     */
    public double percentile(final String name, final double percentile)
    {
        return series(name).histogram().getValueAtPercentile(percentile);
    }

    private static <T> T present(final T value, final String name)
    {
        if (value == null)
        {
            throw new NoSuchElementException("the fork did not answer " + name +
                "; was there anything to measure?");
        }
        return value;
    }

    /** Cold path. Collects what a fork answers. */
    public static final class Builder
    {
        private final HostFingerprint host;
        private final Map<Measure, Double> numbers = new EnumMap<>(Measure.class);
        private final Map<String, String> texts = new LinkedHashMap<>();
        private final Map<String, LatencySeries> series = new LinkedHashMap<>();

        private Builder(final HostFingerprint host)
        {
            this.host = host;
        }

        /**
         * Adds a number.
         *
         * @param measure what it is
         * @param value of it
         * @return this
         */
        public Builder number(final Measure measure, final double value)
        {
            numbers.put(measure, value);
            return this;
        }

        /**
         * Adds a whole number.
         *
         * @param measure what it is
         * @param value of it
         * @return this
         */
        public Builder number(final Measure measure, final long value)
        {
            return number(measure, (double)value);
        }

        /**
         * Adds what others used of the host, where that is known.
         *
         * @param load that was begun before the measurement
         * @return this
         */
        public Builder load(final HostLoad load)
        {
            load.foreignCpus().ifPresent(cpus -> number(Measure.FOREIGN_CPUS, cpus));
            load.stolenCpus().ifPresent(cpus -> number(Measure.STOLEN_CPUS, cpus));
            return this;
        }

        /**
         * Adds a text.
         *
         * @param name of it
         * @param value of it
         * @return this
         */
        public Builder text(final String name, final String value)
        {
            texts.put(name, value);
            return this;
        }

        /**
         * Adds a series, unless it is empty.
         *
         * @param one with a name of its own
         * @return this
         */
        public Builder series(final LatencySeries one)
        {
            if (one.histogram().getTotalCount() > 0)
            {
                series.put(one.name(), one);
            }
            return this;
        }

        /** @return the result */
        public ForkResult build()
        {
            return new ForkResult(host, numbers, texts, series);
        }
    }
}
