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

/**
 * Cold path. Where the text of a setting came from.
 *
 * @param place for people: {@code default}, {@code packetflow.properties:12}, {@code -D}, {@code -c}, {@code program}
 * @param kind  which layer it was
 */
public record Origin(String place, Kind kind)
{
    /** The built-in default. */
    public static final Origin DEFAULT = new Origin("default", Kind.DEFAULT);

    /** A JVM option {@code -Dkey=value}. */
    public static final Origin SYSTEM_PROPERTY = new Origin("-D", Kind.SYSTEM_PROPERTY);

    /** A command line option {@code -c key=value}. */
    public static final Origin COMMAND_LINE = new Origin("-c", Kind.COMMAND_LINE);

    /** A call of the embedding program. */
    public static final Origin PROGRAM = new Origin("program", Kind.COMMAND_LINE);

    /** The layers, the weakest first. */
    public enum Kind
    {
        /** Built in. */
        DEFAULT,
        /** A properties file. */
        FILE,
        /** A JVM option. */
        SYSTEM_PROPERTY,
        /** The command line, or a call of the embedding program. */
        COMMAND_LINE
    }

    /**
     * A line of a properties file.
     *
     * @param file       as the user named it
     * @param lineNumber from 1
     * @return the origin
     */
    public static Origin file(final String file, final int lineNumber)
    {
        return new Origin(file + ":" + lineNumber, Kind.FILE);
    }

    /**
     * A named option of a command, such as {@code --plan}.
     *
     * @param option as typed
     * @return the origin
     */
    public static Origin option(final String option)
    {
        return new Origin(option, Kind.COMMAND_LINE);
    }

    @Override
    public String toString()
    {
        return place;
    }
}
