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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.packetflow.engine.language.FrontEnd;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.language.source.SourceReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest
{
    @TempDir
    private Path directory;

    @Test
    void shouldFindPacketsInImportedFilesEachOfWhichIsReadOnce() throws IOException
    {
        Files.createDirectory(directory.resolve("sub"));
        write("sub/core.pf", "import \"more.pf\"\npacket A { :df, :tr }\n");
        write("sub/more.pf", "import \"core.pf\"\npacket B { :df, :tr }\n");

        final CheckedProgram program = check("""
            import "sub/core.pf"
            import "sub/more.pf"
            molecule M { composition: [A, B] }
            """);

        assertThat(program.diagnostics()).isEmpty();
        assertThat(program.sources()).hasSize(3);
        assertThat(program.molecules()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.pf", "/etc/a.pf", "sub/../a.pf", "./a.pf", "sub//a.pf", "a.txt", "", "c:a.pf",
        "sub\\\\a.pf", ".pf/../a.pf"})
    void shouldFollowNoPathThatLeadsElsewhere(final String path) throws IOException
    {
        assertThat(check("import \"" + path + "\"\n").diagnostics())
            .singleElement().extracting("code").isEqualTo(DiagnosticCode.PATH_NOT_ALLOWED);
    }

    @Test
    void shouldFollowNoLinkThatLeadsElsewhere() throws IOException
    {
        final Path inner = Files.createDirectory(directory.resolve("inner"));
        write("outside.pf", "packet A { :df, :tr }\n");
        Files.createSymbolicLink(inner.resolve("link.pf"), directory.resolve("outside.pf"));
        write("inner/main.pf", "import \"link.pf\"\n");

        assertThat(FrontEnd.check(SourceReader.read(inner.resolve("main.pf"))).diagnostics())
            .singleElement().extracting("code").isEqualTo(DiagnosticCode.PATH_NOT_ALLOWED);
    }

    @Test
    void shouldSayWhichFileIsMissingAndThatMemoryHasNoDirectory() throws IOException
    {
        Files.createDirectory(directory.resolve("folder.pf"));

        assertThat(check("import \"missing.pf\"\n").diagnostics()).singleElement().asString()
            .endsWith("PF2009: 'missing.pf' cannot be read: there is no such file");
        assertThat(check("import \"folder.pf\"\n").diagnostics()).singleElement().asString()
            .endsWith("PF2009: 'folder.pf' is no regular file");
        assertThat(Programs.diagnose("import \"a.pf\"\n")).singleElement().asString().contains("PF2008");
    }

    private CheckedProgram check(final String text) throws IOException
    {
        return FrontEnd.check(SourceReader.read(write("main.pf", text)));
    }

    private Path write(final String name, final String text) throws IOException
    {
        return Files.writeString(directory.resolve(name), text);
    }
}
