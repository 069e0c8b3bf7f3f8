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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated sources in memory with the JDK's own compiler. */
final class MemoryCompiler
{
    /** For this JVM alone: the compiler need not read what other versions of Java had, which takes a while. */
    static final List<String> FOR_THIS_JVM = List.of();

    /** For every JVM from 17 on. */
    static final List<String> FOR_EVERY_JVM = List.of("--release", "17");

    private MemoryCompiler()
    {
    }

    /**
     * Compiles sources.
     *
     * @param sources to compile
     * @param classPath entries that they need
     * @param options where the classes shall run
     * @return class files by binary name
     * @throws CodegenException if there is no compiler or it finds errors
     */
    static Map<String, byte[]> compile(
        final List<GeneratedSource> sources, final Set<String> classPath, final List<String> options)
    {
        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null)
        {
            throw CodegenException.noCompiler();
        }
        final StringWriter messages = new StringWriter();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null);
            Output output = new Output(standard))
        {
            final List<String> all = new ArrayList<>(options);
            all.addAll(List.of("-proc:none", "-nowarn", "-g",
                "-classpath", String.join(System.getProperty("path.separator"), classPath)));
            final List<JavaFileObject> units = new ArrayList<>();
            sources.forEach(source -> units.add(new SourceFile(source)));
            if (!compiler.getTask(messages, output, null, all, null, units).call())
            {
                throw new CodegenException("the generated code does not compile; this is a defect of PacketFlow:\n" +
                    messages, null);
            }
            return output.classFiles();
        }
        catch (final IOException e)
        {
            throw new CodegenException("the generated code cannot be compiled: " + e.getMessage(), e);
        }
    }

    private static final class SourceFile extends SimpleJavaFileObject
    {
        private final String text;

        private SourceFile(final GeneratedSource source)
        {
            super(URI.create("memory:///" + source.className().replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = source.text();
        }

        @Override
        public CharSequence getCharContent(final boolean ignoreEncodingErrors)
        {
            return text;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject
    {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private ClassFile(final String name)
        {
            super(URI.create("memory:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream()
        {
            return bytes;
        }
    }

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager>
    {
        private final Map<String, ClassFile> files = new LinkedHashMap<>();

        private Output(final JavaFileManager standard)
        {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
            final Location location, final String name, final JavaFileObject.Kind kind, final FileObject sibling)
        {
            final ClassFile file = new ClassFile(name);
            files.put(name, file);
            return file;
        }

        private Map<String, byte[]> classFiles()
        {
            final Map<String, byte[]> result = new LinkedHashMap<>();
            files.forEach((name, file) -> result.put(name, file.bytes.toByteArray()));
            return result;
        }
    }
}
