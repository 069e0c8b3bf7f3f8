package io.packetflow.engine.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

import io.packetflow.layout.memory.Slab;

/**
 * Estimates how many bytecodes a method has once the JIT has inlined what it calls: the sum over its static call tree of
 * all methods that HotSpot would inline when hot (at most {@value #HOT_METHOD_BYTES} bytes). It knows no profile, so code
 * that never runs counts too: an upper estimate.
 *
 * <p>Why it matters: C2 stops inlining at 8000 bytes a compilation; behind that, even moving a flyweight is a call.
 */
final class InlineEstimate
{
    /** HotSpot's FreqInlineSize: a larger method is never inlined, however hot. */
    static final int HOT_METHOD_BYTES = 325;

    private static final String SLAB = Slab.class.getName().replace('.', '/');
    private static final int MAX_DEPTH = 15;
    private static final int PLATFORM_METHOD_BYTES = 5;

    private final ClassLoader loader;
    private final Map<String, Map<String, MethodFacts>> classes = new HashMap<>();
    private final Map<String, String> superClasses = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /** What is read of one method. */
    private static final class MethodFacts
    {
        private int bytes;
        private final Map<String, Integer> calls = new HashMap<>();
    }

    InlineEstimate(final ClassLoader loader)
    {
        this.loader = loader;
    }

    /**
     * Estimates a method.
     *
     * @param type class that declares or inherits it
     * @param method name
     * @param descriptor in the JVM's notation
     * @return bytecodes after inlining, 0 if the class cannot be read
     */
    int of(final Class<?> type, final String method, final String descriptor)
    {
        return inlined(type.getName().replace('.', '/'), method + descriptor, 0);
    }

    private int inlined(final String owner, final String method, final int depth)
    {
        final MethodFacts facts = find(owner, method);
        final String id = owner + "." + method;
        if (facts == null || depth > MAX_DEPTH || !open.add(id))
        {
            return facts == null ? PLATFORM_METHOD_BYTES : 0;
        }
        int bytes = facts.bytes;
        for (final Map.Entry<String, Integer> call : facts.calls.entrySet())
        {
            final int dot = call.getKey().indexOf('.');
            final String calleeOwner = call.getKey().substring(0, dot);
            final String callee = call.getKey().substring(dot + 1);
            if (isBoundsCheck(calleeOwner, callee))
            {
                continue;
            }
            final MethodFacts calleeFacts = find(calleeOwner, callee);
            if (calleeFacts == null || calleeFacts.bytes <= HOT_METHOD_BYTES)
            {
                bytes += call.getValue() * inlined(calleeOwner, callee, depth + 1);
            }
        }
        open.remove(id);
        return bytes;
    }

    /** Bounds checks stand behind a constant: in production, with checks off, the JIT never looks at them. */
    private static boolean isBoundsCheck(final String owner, final String method)
    {
        return SLAB.equals(owner) && method.startsWith("check");
    }

    private MethodFacts find(final String owner, final String method)
    {
        String current = owner;
        while (current != null && !current.startsWith("java/"))
        {
            final MethodFacts facts = read(current).get(method);
            if (facts != null)
            {
                return facts;
            }
            current = superClasses.get(current);
        }
        return null;
    }

    private Map<String, MethodFacts> read(final String owner)
    {
        return classes.computeIfAbsent(owner, name ->
        {
            final Map<String, MethodFacts> methods = new HashMap<>();
            try (InputStream bytes = loader.getResourceAsStream(name + ".class"))
            {
                if (bytes != null)
                {
                    new ClassReader(bytes).accept(new Reader(methods), ClassReader.SKIP_DEBUG);
                }
            }
            catch (final IOException e)
            {
                throw new CodegenException("the class " + name + " cannot be read: " + e.getMessage(), e);
            }
            return methods;
        });
    }

    private final class Reader extends ClassVisitor
    {
        private final Map<String, MethodFacts> methods;
        private String name;

        private Reader(final Map<String, MethodFacts> methods)
        {
            super(Opcodes.ASM9);
            this.methods = methods;
        }

        @Override
        public void visit(
            final int version,
            final int access,
            final String className,
            final String signature,
            final String superName,
            final String[] interfaces)
        {
            this.name = className;
            superClasses.put(name, superName);
        }

        @Override
        public MethodVisitor visitMethod(
            final int access,
            final String method,
            final String descriptor,
            final String signature,
            final String[] exceptions)
        {
            if ((access & Opcodes.ACC_ABSTRACT) != 0)
            {
                return null;
            }
            final MethodFacts facts = new MethodFacts();
            methods.put(method + descriptor, facts);
            return new CodeSizeEvaluator(new CallReader(facts))
            {
                @Override
                public void visitEnd()
                {
                    facts.bytes = getMinSize();
                    super.visitEnd();
                }
            };
        }
    }

    private static final class CallReader extends MethodVisitor
    {
        private final MethodFacts facts;

        private CallReader(final MethodFacts facts)
        {
            super(Opcodes.ASM9);
            this.facts = facts;
        }

        @Override
        public void visitMethodInsn(
            final int opcode,
            final String owner,
            final String method,
            final String descriptor,
            final boolean ofInterface)
        {
            facts.calls.merge(owner + "." + method + descriptor, 1, Integer::sum);
        }
    }
}
