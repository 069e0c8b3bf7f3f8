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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Children;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.SyntaxNode;

/** Cold path. Finds keys that are given twice, in every map, call, packet and section of a definition. */
final class KeyChecker
{
    private KeyChecker()
    {
    }

    static void check(final Definition definition, final Scope scope)
    {
        Children.visit(definition, node ->
        {
            final boolean hasKeys = node instanceof Definition || node instanceof Expression.MapOf ||
                node instanceof Expression.Call || node instanceof Expression.Node;
            if (hasKeys)
            {
                check(Children.of(node), scope);
            }
        });
    }

    private static void check(final List<SyntaxNode> parts, final Scope scope)
    {
        final List<Entry> entries = new ArrayList<>();
        parts.stream().filter(Entry.class::isInstance).map(Entry.class::cast).forEach(entries::add);
        final Map<String, Entry> first = new HashMap<>();
        for (final Entry entry : entries)
        {
            final Entry earlier = first.putIfAbsent(entry.key().text(), entry);
            if (earlier != null)
            {
                scope.report(scope.at(entry.key(), DiagnosticCode.DUPLICATE_KEY, entry.key() + " is given twice")
                    .suggestion("the first one stands in line " +
                    scope.source().line(earlier.span().start()) + "; take one away"));
            }
        }
    }
}
