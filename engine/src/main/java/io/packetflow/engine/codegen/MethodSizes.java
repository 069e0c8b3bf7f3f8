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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/**
 * Cold path. How large the methods of a class are, against the limits at which HotSpot changes what it does with them.
 */
public final class MethodSizes
{
    /** MaxInlineSize: a method of at most this many bytes is inlined wherever it is called. */
    public static final int SMALL_BYTES = 35;
    /** FreqInlineSize: a larger method is never inlined, however hot. */
    public static final int HOT_BYTES = InlineEstimate.HOT_METHOD_BYTES;
    /** HugeMethodLimit: a larger method is never compiled at all. */
    public static final int HUGE_BYTES = 8_000;

    /**
     * A method.
     *
     * @param name of it
     * @param bytes of bytecode
     */
    public record Size(String name, int bytes)
    {
        /** Returns what HotSpot does with it. */
        public String verdict()
        {
            return bytes <= SMALL_BYTES ? "inlined everywhere" : bytes <= HOT_BYTES ? "inlined where hot" :
                bytes <= HUGE_BYTES ? "compiled by itself, never inlined" : "never compiled";
        }
    }

    private MethodSizes()
    {
    }

    /**
     * Measures the methods of a class, constructors and initialisers left out.
     *
     * @param classFile bytes of the class
     * @return the methods, the largest first
     */
    public static List<Size> of(final byte[] classFile)
    {
        final List<Size> sizes = new ArrayList<>();
        new ClassReader(classFile).accept(new ClassVisitor(Opcodes.ASM9)
        {
            @Override
            public MethodVisitor visitMethod(
                final int access, final String name, final String descriptor, final String signature,
                final String[] exceptions)
            {
                final boolean isMeasured = !name.startsWith("<") && (access & Opcodes.ACC_ABSTRACT) == 0;
                return isMeasured ? new Evaluator(name, sizes) : null;
            }
        }, ClassReader.SKIP_DEBUG);
        sizes.sort(Comparator.comparingInt(Size::bytes).reversed().thenComparing(Size::name));
        return sizes;
    }

    private static final class Evaluator extends CodeSizeEvaluator
    {
        private final String name;
        private final List<Size> sizes;

        private Evaluator(final String name, final List<Size> sizes)
        {
            super(Opcodes.ASM9, null);
            this.name = name;
            this.sizes = sizes;
        }

        @Override
        public void visitEnd()
        {
            sizes.add(new Size(name, getMaxSize()));
        }
    }
}
