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

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.parse.LanguageLimits;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Expression;

/**
 * Cold path. What the expansion of a program has in common: its macros, its limits, and what is known of the definition
 * that is just being expanded. Not thread-safe.
 */
final class Expansion
{
    private final Map<String, MacroTemplate> macros;
    private final Set<String> taken;
    private final Diagnostics diagnostics;
    private final Origins origins = new Origins();
    private int nodes;
    private boolean isExhausted;
    private int depth;
    private SourceFile source;
    private FreshNames names;
    private boolean isDeclaration;
    private boolean hasFailed;

    Expansion(final Map<String, MacroTemplate> macros, final Set<String> taken, final Diagnostics diagnostics)
    {
        this.macros = macros;
        this.taken = taken;
        this.diagnostics = diagnostics;
    }

    /**
     * Begins a definition.
     *
     * @param definitionSource in which it stands
     * @param declares whether names in it are not variables: all definitions but functions
     */
    void begin(final SourceFile definitionSource, final boolean declares)
    {
        source = definitionSource;
        names = new FreshNames(taken);
        isDeclaration = declares;
        hasFailed = false;
    }

    SourceFile source()
    {
        return source;
    }

    FreshNames names()
    {
        return names;
    }

    boolean isDeclaration()
    {
        return isDeclaration;
    }

    /** Returns whether the definition has a call that could not be expanded. */
    boolean hasFailed()
    {
        return hasFailed;
    }

    Origins origins()
    {
        return origins;
    }

    Optional<MacroTemplate> macro(final String name)
    {
        return Optional.ofNullable(macros.get(name));
    }

    /** Counts code that a macro gives. Returns whether it may be built; what is beyond the limit is not. */
    boolean count(final Expression expression, final Chain chain)
    {
        nodes += weight(expression);
        if (nodes > LanguageLimits.MAX_EXPANDED_NODES && !isExhausted)
        {
            isExhausted = true;
            refuse(Diagnostic.of(DiagnosticCode.EXPANSION_TOO_LARGE, source, chain.place(),
                "macro " + chain.macro() + " gives too much code: the macros of a program give " +
                String.format(Locale.ROOT, "%,d", LanguageLimits.MAX_EXPANDED_NODES) + " nodes at most"), chain);
        }
        hasFailed |= isExhausted;
        return !isExhausted;
    }

    /** Counts a level of the program's own code, which the parser has limited; {@link #leave()} follows. */
    void enter()
    {
        depth++;
    }

    /** Counts a level of code that a macro gives. Returns whether it may be built; {@link #leave()} follows anyway. */
    boolean enter(final Chain chain)
    {
        depth++;
        if (depth <= LanguageLimits.MAX_EXPANDED_NESTING)
        {
            return true;
        }
        if (!hasFailed)
        {
            refuse(Diagnostic.of(DiagnosticCode.EXPANSION_TOO_DEEP, source, chain.place(),
                "macro " + chain.macro() + " gives code that nests more than " + LanguageLimits.MAX_NESTING +
                " levels deep"), chain);
        }
        hasFailed = true;
        return false;
    }

    void leave()
    {
        depth--;
    }

    /** Reports why a call cannot be expanded, with the macros that led to it. */
    void refuse(final Diagnostic diagnostic, final Chain chain)
    {
        hasFailed = true;
        diagnostics.report(diagnostic.expected(
            diagnostic.expected(), chain.outer().isPresent() ? chain.toString() : diagnostic.found()));
    }

    /** Reports that there is no value where one is needed. */
    void refuseEmpty(final Span place)
    {
        hasFailed = true;
        diagnostics.report(Diagnostic.of(DiagnosticCode.MACRO_WITHOUT_VALUE, source, place,
            "a value is needed here" + origins.of(source, place).map(origin -> ", and there is none " + origin)
            .orElse("")).suggestion("end the quotation with an expression"));
    }

    /** Says that a call cannot be expanded, for a reason that was reported before. */
    void fail()
    {
        hasFailed = true;
    }

    /** Returns what stands for code that is not there, in a definition that is given up. */
    static Expression nothing(final Span span)
    {
        return new Expression.Atom("nothing", span);
    }

    private static int weight(final Expression expression)
    {
        final int length = expression instanceof Expression.Text text ? text.value().length() :
            expression instanceof Expression.Name name ? name.text().length() : 0;
        return 1 + length / Long.BYTES;
    }
}
