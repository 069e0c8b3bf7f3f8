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

/** Cold path. The reference of all codes, as a Markdown page. */
public final class DiagnosticReference
{
    private DiagnosticReference()
    {
    }

    /** Returns the page. */
    public static String markdown()
    {
        final StringBuilder page = new StringBuilder(16_384);
        page.append("""
            # Diagnostics of the language

            What `packetflow check` says, by code. A code never changes its meaning. Warnings do not fail a check.
            """);
        for (final DiagnosticCode code : DiagnosticCode.values())
        {
            final String severity = code.severity() == Severity.ERROR ? "" : " (" + code.severity() + ")";
            page.append("\n**").append(code).append("** ").append(code.title()).append(severity).append("  \n")
                .append(code.explanation()).append('\n');
        }
        return page.toString();
    }
}
