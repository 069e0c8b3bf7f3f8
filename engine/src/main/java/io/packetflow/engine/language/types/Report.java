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
package io.packetflow.engine.language.types;

import java.util.Collection;

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.SyntaxNode;
import io.packetflow.engine.periodic.NearestName;

/** Cold path. Tells what is wrong in one source. */
final class Report
{
    /** Beyond so many names nobody looks for one that is near. */
    private static final int MAX_CANDIDATES = 500;

    private final SourceFile source;
    private final Diagnostics diagnostics;

    Report(final SourceFile source, final Diagnostics diagnostics)
    {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    SourceFile source()
    {
        return source;
    }

    boolean isFull()
    {
        return diagnostics.isFull();
    }

    void tell(
        final SyntaxNode place, final DiagnosticCode code, final String message, final String expected,
        final String found, final String suggestion)
    {
        diagnostics.report(Diagnostic.of(code, source, place.span(), message).expected(expected, found)
            .suggestion(suggestion));
    }

    void wrongType(final SyntaxNode place, final String message, final String expected, final Type found)
    {
        tell(place, DiagnosticCode.WRONG_TYPE, message, expected, found.toString(), "");
    }

    void unknownName(
        final SyntaxNode place, final DiagnosticCode code, final String message, final String wanted,
        final Collection<String> known, final String otherwise)
    {
        final String near = known.size() > MAX_CANDIDATES ? null : NearestName.find(wanted, known);
        tell(place, code, message, "", "", near == null ? otherwise : "did you mean '" + near + "'?");
    }
}
