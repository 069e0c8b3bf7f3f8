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
package io.packetflow.latency.html;

import static j2html.TagCreator.b;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import java.util.List;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Unit;

import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.SpanTag;
import j2html.tags.specialized.TdTag;

/** Cold path. What the sections of the page have in common. */
final class Parts
{
    /** How a verdict is coloured. */
    enum Tone
    {
        /** In favour. */
        GOOD("good"),
        /** Against. */
        BAD("bad"),
        /** Neither. */
        OPEN("open");

        private final String style;

        Tone(final String style)
        {
            this.style = style;
        }
    }

    private Parts()
    {
    }

    static Unit unit(final String name)
    {
        try
        {
            return Unit.valueOf(name);
        }
        catch (final IllegalArgumentException e)
        {
            throw new BadDataException("results with the unit '" + name + "', which this build does not know; " +
                "measure again", e);
        }
    }

    static SpanTag chip(final Tone tone, final String text)
    {
        return span(text).withClasses("chip", tone.style);
    }

    static DivTag tile(final String value, final String meaning)
    {
        return div(b(value), span(meaning)).withClass("tile");
    }

    static DivTag wideTable(final List<String> head, final List<List<TdTag>> rows)
    {
        return div(table(thead(tr(each(head, title -> th(title)))),
            tbody(each(rows, cells -> tr(cells.toArray(DomContent[]::new)))))).withClass("wide");
    }

    static TdTag cell(final String text)
    {
        return td(text);
    }

    /** A figure: its median, and the range where forks did not agree. */
    static TdTag figure(final Figure figure, final Unit unit)
    {
        if (figure == null)
        {
            return td();
        }
        final String low = unit.number(figure.min());
        final String high = unit.number(figure.max());
        return td(b(unit.number(figure.median()) + " " + unit),
            span(low.equals(high) ? "" : " (" + low + "–" + high + ")").withClass("range"));
    }
}
