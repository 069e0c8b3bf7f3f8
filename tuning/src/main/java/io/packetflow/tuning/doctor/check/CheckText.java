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
package io.packetflow.tuning.doctor.check;

import java.util.List;

/**
 * Cold path. What a check says in words, and what a script can do about it.
 *
 * @param id       such as {@code K01}
 * @param severity where it does not hold
 * @param title    what must hold
 * @param why      what it costs otherwise
 * @param fix      what helps, for people; may be empty where the actions say it
 * @param actions  what a script can do
 */
public record CheckText(
    String id, Severity severity, String title, String why, String fix, List<Action> actions)
{
    /** Copies the list. */
    public CheckText
    {
        actions = List.copyOf(actions);
    }

    /** How a script acts. */
    public enum Kind
    {
        /** Parameters of the kernel, parted by blanks. */
        BOOT,
        /** A setting and its value. */
        SYSCTL,
        /** A file and the text to write into it. */
        WRITE
    }

    /**
     * One thing to do.
     *
     * @param kind how
     * @param text what, with places for CPUs
     */
    public record Action(Kind kind, String text)
    {
    }

    /** @return what the check is about */
    public Category category()
    {
        return Category.of(id);
    }

    /**
     * The remedy for one host.
     *
     * @param words fills in the CPUs
     * @return one line
     */
    public String remedy(final CpuWords words)
    {
        final StringBuilder text = new StringBuilder();
        for (final Action action : actions)
        {
            final String filled = words.fill(action.text()).replace("{each}", "N");
            append(text, switch (action.kind())
            {
                case BOOT -> "boot with " + filled;
                case SYSCTL -> "sysctl -w " + filled;
                case WRITE -> "echo " + filled.substring(filled.indexOf(' ') + 1) + " > " +
                    filled.substring(0, filled.indexOf(' '));
            });
        }
        if (!fix.isEmpty())
        {
            append(text, words.fill(fix));
        }
        return text.toString();
    }

    private static void append(final StringBuilder text, final String part)
    {
        text.append(text.isEmpty() ? "" : "; ").append(part);
    }
}
