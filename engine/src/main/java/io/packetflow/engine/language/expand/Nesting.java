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
package io.packetflow.engine.language.expand;

import java.util.List;

import io.packetflow.engine.language.parse.LanguageLimits;
import io.packetflow.engine.language.syntax.BindingStrength;
import io.packetflow.engine.language.syntax.Block;
import io.packetflow.engine.language.syntax.CaseClause;
import io.packetflow.engine.language.syntax.Children;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.SyntaxNode;

/**
 * Cold path. How deeply a definition nests when it is written: expressions in expressions, brackets in brackets, with
 * the parentheses that may be needed. It stops looking at what is too deep.
 */
final class Nesting
{
    /** A module's braces, a definition's, a sign and an expression's own level. */
    private static final int AROUND = 4;
    private static final int LIMIT = LanguageLimits.MAX_NESTING - AROUND;

    private int deepest;

    private Nesting()
    {
    }

    /** Returns whether a program may hold the definition. */
    static boolean isTooDeep(final Definition definition)
    {
        final Nesting nesting = new Nesting();
        nesting.measure(definition, 0, 0);
        return nesting.deepest > LIMIT;
    }

    private void measure(final SyntaxNode node, final int expressions, final int brackets)
    {
        deepest = Math.max(deepest, Math.max(expressions, brackets));
        if (deepest > LIMIT)
        {
            return;
        }
        final int below = brackets + (opens(node) ? 1 : 0);
        final List<SyntaxNode> children = Children.of(node);
        for (final SyntaxNode child : children)
        {
            final boolean isExpression = child instanceof Expression || child instanceof Pattern;
            final int parentheses = isExpression && mayNeedParentheses(node, child, child == children.get(0)) ? 1 : 0;
            measure(child, expressions + (isExpression ? 1 + parentheses : 0), below + parentheses);
        }
    }

    private static boolean opens(final SyntaxNode node)
    {
        final boolean isOpen = node instanceof Expression.Name || node instanceof Expression.Binary ||
            node instanceof Expression.Pipe || node instanceof Expression.FieldOf ||
            node instanceof Expression.Conditional;
        return node instanceof Block || (node instanceof Expression && !isOpen) || node instanceof Pattern;
    }

    private static boolean mayNeedParentheses(final SyntaxNode node, final SyntaxNode child, final boolean isFirst)
    {
        if (!(child instanceof Expression operand))
        {
            return false;
        }
        if (!(node instanceof Expression parent))
        {
            return node instanceof CaseClause;
        }
        final BindingStrength own = BindingStrength.of(parent);
        final BindingStrength strength = BindingStrength.of(operand);
        return own != BindingStrength.CLOSED && (strength.isWeakerThan(own) || (strength == own && !isFirst));
    }
}
