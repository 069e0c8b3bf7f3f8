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

import java.util.List;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Identifier;
import io.packetflow.engine.periodic.NearestName;

/** Cold path. Checks which sections a molecule or a reactor has. */
final class Sections
{
    private Sections()
    {
    }

    static void check(
        final Identifier name, final String kind, final List<Entry> sections, final List<String> known,
        final String needed, final Scope scope)
    {
        for (final Entry section : sections)
        {
            if (!known.contains(section.key().text()))
            {
                scope.report(scope.at(section.key(), DiagnosticCode.UNKNOWN_SECTION,
                    "a " + kind + " has no section " + section.key())
                    .expected("one of " + String.join(", ", known), "")
                    .didYouMean(NearestName.find(section.key().text(), known)));
            }
        }
        if (Values.entry(sections, needed).isEmpty())
        {
            scope.report(scope.at(name, DiagnosticCode.MISSING_SECTION, kind + " " + name + " has no " + needed)
                .suggestion("add " + needed + ": [...]"));
        }
    }
}
