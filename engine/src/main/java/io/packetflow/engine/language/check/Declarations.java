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
package io.packetflow.engine.language.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.syntax.Comment;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. Proposes the declaration of a packet. Programs often say in a comment beside its name what it is, as in
 * {@code # ED:th - limits}; where they do not, it is a transform.
 */
final class Declarations
{
    private static final Pattern SAID = Pattern.compile("\\b(CF|DF|ED|CO|MC|RM)(?::([a-z]{2,3})\\b)?");

    private Declarations()
    {
    }

    static String of(final Expression.Name packet, final ParsedSource parsed)
    {
        final Element element = element(packet, parsed);
        final String need = switch (element.group())
        {
            case ED -> ", trigger: :always";
            case CO -> ", participants: [A, B]";
            case RM -> ", resources: [:name]";
            case CF, DF, MC -> "";
        };
        return "packet " + packet.text() + " { :" + element.group().key() + ", :" + element.symbol() + need + " }";
    }

    private static Element element(final Expression.Name packet, final ParsedSource parsed)
    {
        final int line = parsed.source().line(packet.span().start());
        for (final Comment comment : parsed.comments())
        {
            final Matcher said = SAID.matcher(comment.text());
            if (parsed.source().line(comment.span().start()) == line && said.find())
            {
                final PeriodicGroup group = PeriodicGroup.valueOf(said.group(1));
                return group.elements().stream().filter(element -> element.symbol().equals(said.group(2)))
                    .findFirst().orElse(group.elements().get(0));
            }
        }
        return Element.TRANSFORM;
    }
}
