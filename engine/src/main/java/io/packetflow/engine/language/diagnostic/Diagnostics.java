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
package io.packetflow.engine.language.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;

/**
 * Cold path. Collects what is found in a program; the same thing at the same place once, and no more than {@link
 * #MAX_COUNT}. Not thread-safe.
 */
public final class Diagnostics
{
    /** More than these help nobody. */
    public static final int MAX_COUNT = 200;

    private record Key(DiagnosticCode code, SourceFile source, Span span, String message)
    {
    }

    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<Key> seen = new LinkedHashSet<>();
    private BiFunction<SourceFile, Span, Optional<String>> origins = (source, span) -> Optional.empty();
    private boolean isFull;

    /** Begins an empty collection. */
    public Diagnostics()
    {
    }

    /**
     * Says which code is not where its author wrote it. What is reported from now on at such a place says so.
     *
     * @param value words for the end of a message, for places at which macros put code
     */
    public void origins(final BiFunction<SourceFile, Span, Optional<String>> value)
    {
        origins = value;
    }

    /**
     * Adds one.
     *
     * @param reported to add
     */
    public void report(final Diagnostic reported)
    {
        final Diagnostic diagnostic =
            origins.apply(reported.source(), reported.span()).map(reported::from).orElse(reported);
        if (isFull || !seen.add(new Key(
            diagnostic.code(), diagnostic.source(), diagnostic.span(), diagnostic.message())))
        {
            return;
        }
        found.add(diagnostic);
        if (found.size() == MAX_COUNT)
        {
            isFull = true;
            found.add(Diagnostic.of(DiagnosticCode.TOO_MANY_DIAGNOSTICS, diagnostic.source(), diagnostic.span(),
                "more than " + MAX_COUNT + " diagnostics: nothing behind this one is shown")
                .suggestion("repair the first ones and check again"));
        }
    }

    /** Returns whether nothing more is taken: whoever examines a program may stop. */
    public boolean isFull()
    {
        return isFull;
    }

    /** Returns whether there is an error among them. */
    public boolean hasErrors()
    {
        return found.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /**
     * Returns all, file by file in the order in which the files came up, in a file from its start to its end.
     *
     * @return an immutable copy
     */
    public List<Diagnostic> all()
    {
        final List<SourceFile> sources = found.stream().map(Diagnostic::source).distinct().toList();
        return found.stream().sorted(Comparator
            .comparingInt((Diagnostic diagnostic) -> sources.indexOf(diagnostic.source()))
            .thenComparingInt(diagnostic -> diagnostic.code() == DiagnosticCode.TOO_MANY_DIAGNOSTICS ? 1 : 0)
            .thenComparingInt(diagnostic -> diagnostic.span().start())).toList();
    }
}
