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
package io.packetflow.tuning.doctor.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.packetflow.tuning.doctor.check.Examination;
import io.packetflow.tuning.doctor.check.Placement;
import io.packetflow.tuning.doctor.check.Status;
import io.packetflow.tuning.doctor.host.HostText;

/**
 * Cold path. A diagnosis for programs: one JSON object with a fixed order of keys. {@code schema} is raised when a key
 * goes or changes its meaning; keys may be added.
 */
public final class DiagnosisJson
{
    private static final int SCHEMA = 1;

    private DiagnosisJson()
    {
    }

    /**
     * Renders a diagnosis.
     *
     * @param diagnosis to render
     * @param exitCode  that it comes to
     * @param verbose   whether the evidence is wanted too
     * @return the object, with a line feed at the end
     */
    public static String render(final Diagnosis diagnosis, final int exitCode, final boolean verbose)
    {
        final StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out))
        {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            host(json, diagnosis.host());
            json.writeStringField("profile", diagnosis.profile().word());
            placement(json, diagnosis.host().placement());
            json.writeObjectFieldStart("summary");
            for (final Status status : Status.values())
            {
                json.writeNumberField(word(status), diagnosis.count(status));
            }
            json.writeEndObject();
            json.writeStringField("verdict", diagnosis.verdict(exitCode));
            json.writeNumberField("exit_code", exitCode);
            json.writeArrayFieldStart("checks");
            for (final Outcome outcome : diagnosis.outcomes())
            {
                outcome(json, outcome, verbose);
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

    private static void host(final JsonGenerator json, final Examination host) throws IOException
    {
        json.writeObjectFieldStart("host");
        json.writeStringField("root", host.files().root().toString());
        json.writeBooleanField("live", host.files().isLive());
        json.writeStringField("processor", host.read("proc/cpuinfo").field("model name").orElse(null));
        json.writeStringField("microcode", host.read("proc/cpuinfo").field("microcode").orElse(null));
        json.writeStringField("kernel", textOrNull(host.read("proc/sys/kernel/osrelease")));
        json.writeStringField("command_line", textOrNull(host.read("proc/cmdline")));
        json.writeStringField("topology", host.topology().map(topology -> topology.summary()).orElse(null));
        json.writeStringField("jdk", host.jvm().version().isEmpty() ? null : host.jvm().version());
        json.writeEndObject();
    }

    private static String textOrNull(final HostText text)
    {
        return text.isRead() ? text.text() : null;
    }

    private static void placement(final JsonGenerator json, final Placement placement) throws IOException
    {
        json.writeObjectFieldStart("cpus");
        json.writeStringField("pinned", placement.pinned().toString());
        json.writeStringField("housekeeping", placement.housekeeping().toString());
        json.writeStringField("origin", placement.origin());
        json.writeStringField("problem", placement.problem().orElse(null));
        json.writeEndObject();
    }

    private static void outcome(final JsonGenerator json, final Outcome outcome, final boolean verbose)
        throws IOException
    {
        json.writeStartObject();
        json.writeStringField("id", outcome.text().id());
        json.writeStringField("category", outcome.text().category().word());
        json.writeStringField("status", word(outcome.status()));
        json.writeStringField("severity", word(outcome.severity()));
        json.writeStringField("title", outcome.text().title());
        json.writeStringField("reason", outcome.reason());
        json.writeStringField("why", outcome.text().why());
        json.writeStringField("fix", outcome.remedy());
        if (verbose)
        {
            json.writeArrayFieldStart("evidence");
            for (final HostText file : outcome.evidence())
            {
                json.writeStartObject();
                json.writeStringField("path", file.path());
                json.writeStringField("state", word(file.state()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static String word(final Enum<?> value)
    {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
