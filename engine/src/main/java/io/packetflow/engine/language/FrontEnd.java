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
package io.packetflow.engine.language;

import java.util.List;

import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.check.ProgramChecker;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.types.ProgramTyping;

/**
 * Cold path. The way into the language: from sources to a program that is checked.
 *
 * <pre>{@code
 * final CheckedProgram program = FrontEnd.check(SourceReader.read(Path.of("trading.pf")));
 * program.diagnostics().forEach(found -> System.out.print(new DiagnosticText(false).render(found)));
 * final MolecularStructure molecule = program.molecule("TradingEngine").orElseThrow();
 * }</pre>
 */
public final class FrontEnd
{
    private FrontEnd()
    {
    }

    /**
     * Checks a program.
     *
     * @param sources that belong to it; what they import is added
     * @return what it means and what is wrong with it; nothing is thrown for the latter
     */
    public static CheckedProgram check(final List<SourceFile> sources)
    {
        return ProgramTyping.check(ProgramChecker.check(sources));
    }

    /**
     * Checks a program.
     *
     * @param sources that belong to it; what they import is added
     * @return what it means and what is wrong with it; nothing is thrown for the latter
     */
    public static CheckedProgram check(final SourceFile... sources)
    {
        return check(List.of(sources));
    }
}
