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
package io.packetflow.engine.cli;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

/** Cold path. Draws the periodic table for a terminal: a column for each group, the most reactive first. */
final class PeriodicTablePicture
{
    private static final int WIDTH = 17;

    private final boolean unicode;

    /**
     * Prepares the picture.
     *
     * @param unicode whether the terminal shows box-drawing characters; plain ASCII otherwise
     */
    PeriodicTablePicture(final boolean unicode)
    {
        this.unicode = unicode;
    }

    /** @return the picture and its legend; lines ended */
    String render()
    {
        final StringBuilder picture = new StringBuilder(4_096);
        picture.append("The periodic table of packets, the most reactive group first\n\n");
        picture.append(rule("\u250c", "\u252c", "\u2510"));
        picture.append(row(group -> group.name() + right(group.name(), "reactivity " + group.reactivityRank())));
        picture.append(row(PeriodicTablePicture::shortTitle));
        for (int i = 0; i < 4; i++)
        {
            final int index = i;
            picture.append(rule("\u251c", "\u253c", "\u2524"));
            picture.append(row(group -> group.elements().get(index).symbol()));
            picture.append(row(group -> group.elements().get(index).title()));
        }
        picture.append(rule("\u2514", "\u2534", "\u2518"));
        PeriodicGroup.byReactivity().forEach(group -> legend(picture, group));
        return picture.toString();
    }

    private static void legend(final StringBuilder picture, final PeriodicGroup group)
    {
        picture.append('\n').append(group.name()).append("  ").append(group.title()).append(": ")
            .append(group.electronConfiguration()).append('\n')
            .append("    ").append(group.characteristicProperties()).append('\n')
            .append("    rule: ").append(group.rule()).append('\n');
        for (final Element element : group.elements())
        {
            picture.append("    %-6s  %-10s %s%n".formatted(
                element.qualifiedSymbol(), element.title(), element.meaning()));
        }
    }

    private String row(final Function<PeriodicGroup, String> cell)
    {
        final String bar = unicode ? "\u2502" : "|";
        final List<PeriodicGroup> groups = PeriodicGroup.byReactivity();
        return groups.stream().map(group -> (" %-" + (WIDTH - 1) + "s").formatted(cell.apply(group)))
            .collect(Collectors.joining(bar, bar, bar + "\n"));
    }

    private String rule(final String left, final String middle, final String right)
    {
        final String line = (unicode ? "\u2500" : "-").repeat(WIDTH);
        final String[] lines = new String[PeriodicGroup.values().length];
        Arrays.fill(lines, line);
        return unicode
            ? left + String.join(middle, lines) + right + "\n" : "+" + String.join("+", lines) + "+\n";
    }

    private static String shortTitle(final PeriodicGroup group)
    {
        return group.title().length() < WIDTH - 1 ? group.title() : group.title().split("[ -]", 2)[0];
    }

    private static String right(final String used, final String text)
    {
        final int blanks = WIDTH - 2 - used.length() - text.length();
        return " ".repeat(Math.max(1, blanks)) + text;
    }
}
