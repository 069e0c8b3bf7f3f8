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

import java.util.Objects;

import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;

/**
 * Cold path. One thing that is wrong with a program. Texts that do not apply are empty.
 *
 * @param code that names the kind for good
 * @param severity of it
 * @param source it was found in
 * @param span of what is meant
 * @param message what is wrong, in one sentence without a full stop
 * @param expected what would have been right
 * @param found what is there
 * @param suggestion what to write instead; may have several lines, to be pasted as they are
 * @param rule of the theory or of the engine that is broken
 */
public record Diagnostic(
    DiagnosticCode code,
    Severity severity,
    SourceFile source,
    Span span,
    String message,
    String expected,
    String found,
    String suggestion,
    String rule)
{
    /** Checks that nothing is null. */
    public Diagnostic
    {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(suggestion, "suggestion");
        Objects.requireNonNull(rule, "rule");
    }

    /**
     * Returns a diagnostic of the code's severity, with a message only.
     *
     * @param code that names the kind
     * @param source it was found in
     * @param span of what is meant
     * @param message what is wrong
     * @return the diagnostic
     */
    public static Diagnostic of(
        final DiagnosticCode code, final SourceFile source, final Span span, final String message)
    {
        return new Diagnostic(code, code.severity(), source, span, message, "", "", "", "");
    }

    /**
     * Says what would have been right and what is there.
     *
     * @param right what would have been right
     * @param there what is there, empty if the message says it
     * @return a changed copy
     */
    public Diagnostic expected(final String right, final String there)
    {
        return new Diagnostic(code, severity, source, span, message, right, there, suggestion, rule);
    }

    /**
     * Says what to write instead.
     *
     * @param text one line or several, or null for none
     * @return a changed copy
     */
    public Diagnostic suggestion(final String text)
    {
        return new Diagnostic(
            code, severity, source, span, message, expected, found, text == null ? "" : text, rule);
    }

    /**
     * Asks whether a name was meant.
     *
     * @param name that is near, or null for none
     * @return a changed copy
     */
    public Diagnostic didYouMean(final String name)
    {
        return name == null ? this : suggestion("did you mean '" + name + "'?");
    }

    /**
     * Adds where the code comes from that is wrong.
     *
     * @param origin words for the end of the message
     * @return a changed copy
     */
    public Diagnostic from(final String origin)
    {
        return new Diagnostic(
            code, severity, source, span, message + ", " + origin, expected, found, suggestion, rule);
    }

    /**
     * Names the rule that is broken.
     *
     * @param text of the rule
     * @return a changed copy
     */
    public Diagnostic rule(final String text)
    {
        return new Diagnostic(code, severity, source, span, message, expected, found, suggestion, text);
    }

    /** Returns the line that it begins in, 1 or more. */
    public int line()
    {
        return source.line(span.start());
    }

    /** Returns the column that it begins at, 1 or more, in characters. */
    public int column()
    {
        return source.column(span.start());
    }

    /** Returns the place, code and message in one line. */
    @Override
    public String toString()
    {
        return source.name() + ":" + line() + ":" + column() + ": " + severity + " " + code + ": " + message;
    }
}
