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

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.diagnostic.Severity;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.SyntaxNode;

/** Cold path. Where a definition is checked: its source, and what takes the diagnostics. */
final class Scope
{
    private final SourceFile source;
    private final Diagnostics diagnostics;
    private boolean hasErrors;

    Scope(final SourceFile source, final Diagnostics diagnostics)
    {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    SourceFile source()
    {
        return source;
    }

    /** Returns whether an error was reported through this scope. */
    boolean hasErrors()
    {
        return hasErrors;
    }

    /** Begins a diagnostic at a part of the source; {@link #report} takes it. */
    Diagnostic at(final SyntaxNode place, final DiagnosticCode code, final String message)
    {
        return Diagnostic.of(code, source, place.span(), message);
    }

    void report(final Diagnostic diagnostic)
    {
        hasErrors |= diagnostic.severity() == Severity.ERROR;
        diagnostics.report(diagnostic);
    }

    /** Reports that a value has another form than its key wants. */
    void wrongForm(final SyntaxNode place, final String message, final String expected)
    {
        report(at(place, DiagnosticCode.WRONG_FORM, message).expected(expected, ""));
    }
}
