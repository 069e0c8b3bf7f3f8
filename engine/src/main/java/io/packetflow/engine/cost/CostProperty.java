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
package io.packetflow.engine.cost;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cold path. Properties of packets and molecules that say what they cost. */
public enum CostProperty
{
    /** Of a packet: time of one firing without load. */
    BASE_TIME("a duration, as in \"40ns\" or \"1.5us\""),
    /** Of a packet: its weight beside others. */
    PRIORITY("a number above 0, as in \"2\""),
    /** Of a packet: share of a core that it wants. */
    RESOURCE_DEMAND("a share from 0 to 1, as in \"0.3\""),
    /** Of a packet: that an hour brings a failure. */
    FAILURE_PROBABILITY("a probability from 0 to 1, as in \"1e-6\""),
    /** Of a packet: share of the instances reaching it for which its trigger fires. */
    FIRES("a share from 0 to 1, as in \"0.02\""),
    /** Of a molecule: instances a second that it is meant to take. */
    RATE("a rate, as in \"1M/s\" or \"250k/s\"");

    private static final Pattern DURATION = Pattern.compile("([0-9.eE+-]+)\\s*(ns|us|µs|ms|s)");
    private static final Pattern RATE_TEXT = Pattern.compile("([0-9.eE+-]+)\\s*([kMG]?)\\s*/\\s*s");
    private static final Map<String, Double> NANOS = Map.of("ns", 1.0, "us", 1e3, "µs", 1e3, "ms", 1e6, "s", 1e9);
    private static final Map<String, Double> FACTORS = Map.of("", 1.0, "k", 1e3, "M", 1e6, "G", 1e9);

    private final String form;

    CostProperty(final String form)
    {
        this.form = form;
    }

    /**
     * Reads the property.
     *
     * @param owner packet or molecule that declares it, for the error
     * @param properties of the owner
     * @param missing value where it is not declared
     * @return the value; durations in nanoseconds, rates a second
     * @throws IllegalArgumentException if its text has not the form that it needs
     */
    double read(final String owner, final Map<String, String> properties, final double missing)
    {
        final String text = properties.get(toString());
        if (text == null)
        {
            return missing;
        }
        try
        {
            return value(text.strip());
        }
        catch (final IllegalArgumentException e)
        {
            throw new IllegalArgumentException(
                owner + " declares " + this + ": \"" + text + "\"; write " + form, e);
        }
    }

    /**
     * Finds a property.
     *
     * @param name as a program writes it
     * @return the property, empty if the name is that of an annotation
     */
    public static Optional<CostProperty> of(final String name)
    {
        return Arrays.stream(values()).filter(property -> property.toString().equals(name)).findFirst();
    }

    /**
     * Tells whether a text has the form that the property needs.
     *
     * @param text as declared
     * @return whether it can be read
     */
    public boolean isReadable(final String text)
    {
        try
        {
            return Double.isFinite(value(text.strip()));
        }
        catch (final IllegalArgumentException e)
        {
            return false;
        }
    }

    /** Returns the form that its text has, for people, with an example. */
    public String form()
    {
        return form;
    }

    private double value(final String text)
    {
        return switch (this)
        {
            case BASE_TIME -> nanos(text);
            case RATE -> perSecond(text);
            case PRIORITY -> positive(number(text));
            case RESOURCE_DEMAND, FAILURE_PROBABILITY, FIRES -> share(number(text));
        };
    }

    private static double nanos(final String text)
    {
        final Matcher parts = matched(DURATION, text);
        return notNegative(number(parts.group(1)) * NANOS.get(parts.group(2)));
    }

    private static double perSecond(final String text)
    {
        final Matcher parts = matched(RATE_TEXT, text);
        return notNegative(number(parts.group(1)) * FACTORS.get(parts.group(2)));
    }

    private static Matcher matched(final Pattern pattern, final String text)
    {
        // Both letters mu are in use: the micro sign and the Greek one.
        final Matcher matcher = pattern.matcher(text.replace('\u03BC', '\u00B5'));
        if (!matcher.matches())
        {
            throw new IllegalArgumentException("not of the form " + pattern);
        }
        return matcher;
    }

    private static double number(final String text)
    {
        final double value = Double.parseDouble(text);
        if (!Double.isFinite(value))
        {
            throw new IllegalArgumentException("not finite");
        }
        return value;
    }

    private static double notNegative(final double value)
    {
        return checked(value, value >= 0);
    }

    private static double positive(final double value)
    {
        return checked(value, value > 0);
    }

    private static double share(final double value)
    {
        return checked(value, value >= 0 && value <= 1);
    }

    private static double checked(final double value, final boolean inRange)
    {
        if (!inRange)
        {
            throw new IllegalArgumentException("out of range: " + value);
        }
        return value;
    }

    /** Returns the name of the property. */
    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
