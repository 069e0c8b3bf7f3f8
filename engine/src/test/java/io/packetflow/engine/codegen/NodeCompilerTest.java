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
package io.packetflow.engine.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedSource;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.plan.Grouping;
import io.packetflow.engine.plan.PlanOptions;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.ReactorPlanner;
import io.packetflow.engine.reactor.NodeProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class NodeCompilerTest
{
    private static final List<Class<?>> REFERENCED = List.of(Scripted.class, ScriptedSource.class);

    @TempDir
    private Path directory;

    private final List<GeneratedSource> sources = sources();

    @Test
    void shouldCompileInMemory()
    {
        final List<Class<? extends NodeProgram>> classes = new NodeCompiler(REFERENCED).load(sources);

        assertThat(classes.stream().map(Class::getName))
            .containsExactlyElementsOf(sources.stream().map(GeneratedSource::className).toList());
        assertThat(classes.get(0).getClassLoader().getName()).isEqualTo("packetflow-generated");
        assertThat(new NodeCompiler(List.of()).load(List.of())).isEmpty();
    }

    @Test
    void shouldSaveSourcesAndClasses() throws Exception
    {
        new NodeCompiler(REFERENCED).save(sources, directory.resolve("new/code"));

        for (final GeneratedSource source : sources)
        {
            final Path file = directory.resolve("new/code/io/packetflow/generated").resolve(source.simpleName());
            assertThat(Files.readString(Path.of(file + ".java"))).isEqualTo(source.text());
            assertThat(Path.of(file + ".class")).isNotEmptyFile();
        }
    }

    @Test
    void shouldFindWhatWasCompiledAheadOfTimeWithoutACompiler() throws Exception
    {
        new NodeCompiler(REFERENCED).save(sources, directory);

        try (URLClassLoader loader = classPathOf(directory))
        {
            final NodeCompiler withoutCompiler =
                new NodeCompiler(referencedBy(loader), NodeCompilerTest::withoutCompiler);

            final List<Class<? extends NodeProgram>> classes = withoutCompiler.load(sources);

            assertThat(classes).hasSize(2).allMatch(type -> type.getClassLoader() == loader);
        }
    }

    @Test
    void shouldCompileOnlyWhatWasNotCompiledAheadOfTime() throws Exception
    {
        new NodeCompiler(REFERENCED).save(sources.subList(0, 1), directory);

        try (URLClassLoader loader = classPathOf(directory))
        {
            final List<Class<? extends NodeProgram>> classes =
                new NodeCompiler(referencedBy(loader)).load(sources);

            assertThat(classes.get(0).getClassLoader()).isSameAs(loader);
            assertThat(classes.get(1).getClassLoader().getName()).isEqualTo("packetflow-generated");
        }
    }

    @Test
    void shouldNeedNoCompilerForWhatAnEarlierRunCompiled()
    {
        new NodeCompiler(REFERENCED).cachedIn(cache()).load(sources);

        final List<Class<? extends NodeProgram>> classes =
            new NodeCompiler(REFERENCED, NodeCompilerTest::withoutCompiler).cachedIn(cache()).load(sources);

        assertThat(classes.stream().map(Class::getName))
            .containsExactlyElementsOf(sources.stream().map(GeneratedSource::className).toList());
    }

    @Test
    void shouldNotKeepCodeThatWasCompiledAgainstDirectories()
    {
        new NodeCompiler(REFERENCED).cachedIn(directory.resolve("cache"), note -> { }).load(sources);

        assertThat(directory.resolve("cache")).doesNotExist();
    }

    private ClassCache cache()
    {
        return new ClassCache(directory.resolve("cache"), "1", note ->
        {
            throw new AssertionError(note);
        });
    }

    @Test
    void shouldSayWhatToDoWithoutACompiler()
    {
        assertThatThrownBy(() -> new NodeCompiler(REFERENCED, NodeCompilerTest::withoutCompiler).load(sources))
            .isInstanceOf(CodegenException.class)
            .hasMessage("this Java runtime has no compiler, and the plan's code was not compiled ahead of time; " +
                "run on a JDK, or save the code there with --save-code DIR and add DIR to the class path");
    }

    @Test
    void shouldCallCodeThatDoesNotCompileADefect()
    {
        final GeneratedSource broken =
            new GeneratedSource(GeneratedSource.PACKAGE + ".Broken", "package io.packetflow.generated; class Broken {");

        assertThatThrownBy(() -> new NodeCompiler(REFERENCED).load(List.of(broken)))
            .isInstanceOf(CodegenException.class)
            .hasMessageStartingWith("the generated code does not compile; this is a defect of PacketFlow:\n")
            .hasMessageContaining("reached end of file while parsing");
    }

    @Test
    void shouldNameADirectoryThatCannotBeWritten() throws Exception
    {
        final Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> new NodeCompiler(REFERENCED).save(sources, file))
            .isInstanceOf(CodegenException.class)
            .hasMessageStartingWith("the generated code cannot be saved below " + file + ": ");
    }

    @Test
    void shouldNameADamagedClass() throws Exception
    {
        final GeneratedSource source = sources.get(0);
        final Path file = directory.resolve(source.className().replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[]{1, 2, 3, 4});

        try (URLClassLoader loader = classPathOf(directory))
        {
            assertThatThrownBy(() -> new NodeCompiler(referencedBy(loader)).load(sources))
                .isInstanceOf(CodegenException.class)
                .hasMessageStartingWith(
                    "the class " + source.className() + ", compiled ahead of time, cannot be loaded: ")
                .hasMessageEndingWith("; compile it anew, or remove it from the class path");
        }
    }

    /** A class of that loader, as the handler of a user would be. */
    private List<Class<?>> referencedBy(final URLClassLoader loader) throws Exception
    {
        final ClassWriter writer = new ClassWriter(0);
        writer.visit(
            Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, "user/Handler", null, "java/lang/Object", null);
        writer.visitEnd();
        Files.createDirectories(directory.resolve("user"));
        Files.write(directory.resolve("user/Handler.class"), writer.toByteArray());
        return List.of(Scripted.class, loader.loadClass("user.Handler"));
    }

    private static URLClassLoader classPathOf(final Path directory) throws Exception
    {
        return new URLClassLoader(new URL[]{directory.toUri().toURL()}, NodeCompilerTest.class.getClassLoader());
    }

    private static List<GeneratedSource> sources()
    {
        final Molecule molecule = Molecule.named("M").packet(Scripted.idle("a").build())
            .packet(Scripted.idle("b").build()).ionic("a", "b").build();
        final ReactorPlan plan = ReactorPlanner.plan(molecule,
            PlanOptions.defaults().withGrouping(Grouping.UNFUSED).withPlacement("b", "other"),
            CpuTopology.ofProcessors(4, "a test"));
        return plan.nodes().stream()
            .map(node -> NodeSource.of(plan, node, List.of(SourceSpec.outside(ScriptedSource.class)), 256)).toList();
    }

    private static Map<String, byte[]> withoutCompiler(final List<GeneratedSource> code, final Set<String> classPath,
        final List<String> options)
    {
        throw CodegenException.noCompiler();
    }
}
