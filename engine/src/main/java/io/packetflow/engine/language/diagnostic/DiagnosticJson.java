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

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Cold path. Shows diagnostics to programs: one JSON object. {@code schema} is raised when a key goes or changes its
 * meaning; keys may be added. Texts that do not apply are left out. Lines and columns count from 1, columns in
 * characters; the end is behind the last character.
 */
public final class DiagnosticJson
{
    private static final int SCHEMA = 1;

    private DiagnosticJson()
    {
    }

    /**
     * Renders.
     *
     * @param diagnostics to show
     * @return the object, with a line feed at the end
     */
    public static String render(final List<Diagnostic> diagnostics)
    {
        final StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out))
        {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            for (final Severity severity : Severity.values())
            {
                json.writeNumberField(severity + "s",
                    diagnostics.stream().filter(diagnostic -> diagnostic.severity() == severity).count());
            }
            json.writeArrayFieldStart("diagnostics");
            for (final Diagnostic diagnostic : diagnostics)
            {
                diagnostic(json, diagnostic);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot write JSON into memory", e);
        }
        return out.append('\n').toString();
    }

    private static void diagnostic(final JsonGenerator json, final Diagnostic diagnostic) throws IOException
    {
        json.writeStartObject();
        json.writeStringField("code", diagnostic.code().toString());
        json.writeStringField("severity", diagnostic.severity().toString());
        json.writeStringField("file", diagnostic.source().name());
        json.writeNumberField("line", diagnostic.line());
        json.writeNumberField("column", diagnostic.column());
        json.writeNumberField("end_line", diagnostic.source().line(diagnostic.span().end()));
        json.writeNumberField("end_column", diagnostic.source().column(diagnostic.span().end()));
        json.writeStringField("message", diagnostic.message());
        text(json, "expected", diagnostic.expected());
        text(json, "found", diagnostic.found());
        text(json, "suggestion", diagnostic.suggestion());
        text(json, "rule", diagnostic.rule());
        json.writeEndObject();
    }

    private static void text(final JsonGenerator json, final String key, final String text) throws IOException
    {
        if (!text.isEmpty())
        {
            json.writeStringField(key, text);
        }
    }
}
