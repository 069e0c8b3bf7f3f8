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
package io.packetflow.engine.language.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.codegen.JavaWriter;
import io.packetflow.engine.language.types.Specialisation;
import io.packetflow.engine.language.types.Type;
import io.packetflow.engine.language.types.Typed;
import io.packetflow.engine.language.types.TypedPacket;
import io.packetflow.engine.language.types.Variable;
import io.packetflow.layout.record.RecordLayout;

/** Cold path. Writes the handler of a packet. */
final class HandlerSource
{
    private static final String OWN = "own";
    private static final String HEADER = "header";
    private static final String ON_INSTANCE = "onInstance";

    private final TypedPacket packet;
    private final Map<String, String> areas;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final ClassParts parts;

    private HandlerSource(
        final TypedPacket packet, final Map<String, RecordLayout> payloads, final Map<String, String> areas)
    {
        this.packet = packet;
        this.areas = areas;
        final JavaNames names = new JavaNames(Set.of(OWN, TypedPacket.INPUT, HEADER));
        views().stream().filter(view -> !view.equals(TypedPacket.INPUT))
            .forEach(view -> fields.put(view, names.claim(view)));
        final Set<String> fieldNames = new LinkedHashSet<>(fields.values());
        fieldNames.addAll(List.of(OWN, TypedPacket.INPUT, HEADER));
        this.parts = new ClassParts(fieldNames, new Views(fields, payloads, packet.inputs()));
    }

    /**
     * Writes a class.
     *
     * @param packet whose handler it is
     * @param payloads layouts by packet
     * @param areas simple names of the flyweights' classes by packet
     * @return the class
     * @throws NotCompiledException if it has no form in Java
     */
    static GeneratedSource write(
        final TypedPacket packet, final Map<String, RecordLayout> payloads, final Map<String, String> areas)
    {
        return new HandlerSource(packet, payloads, areas).write();
    }

    /** Returns the packets, and perhaps the input, that the packet reads. */
    private Set<String> views()
    {
        final Set<String> views = new LinkedHashSet<>();
        final List<Typed> open = new ArrayList<>(packet.guard().stream().toList());
        while (!open.isEmpty())
        {
            final Typed next = open.remove(open.size() - 1);
            if (next instanceof Typed.Local local && local.type() instanceof Type.Fields type && type.isView())
            {
                views.add(type.view());
            }
            open.addAll(Weights.children(next));
        }
        packet.arguments().forEach(argument -> views.add(((Type.Fields)argument.type()).view()));
        return views;
    }

    private GeneratedSource write()
    {
        onInstance();
        for (Specialisation next = parts.nextUnwritten(); next != null; next = parts.nextUnwritten())
        {
            function(next);
        }
        final JavaWriter out = new JavaWriter();
        head(out);
        constructor(out);
        parts.written().forEach(method ->
        {
            out.line("");
            method.lines().forEach(out::line);
        });
        out.close();
        return GeneratedSource.named(packet.name() + "Handler", out.toString());
    }

    private void onInstance()
    {
        final JavaWriter out = new JavaWriter();
        final ExpressionWriter expressions = new ExpressionWriter(parts, out);
        out.line("@Override").open("public int " + ON_INSTANCE + "()");
        packet.guard().ifPresent(guard -> guard(expressions.single(guard), out));
        new ResultWriter(expressions, new PacketSink(packet.packet().payload(), OWN), packet.name())
            .write(packet.function().body());
        out.close();
        parts.addFirst(out);
    }

    /** A packet whose condition does not hold has completed; whoever reads its payload reads zeros. */
    private void guard(final String condition, final JavaWriter out)
    {
        out.open("if (!" + condition + ")");
        if (packet.packet().payload().isPresent())
        {
            out.line(OWN + ".clear();");
        }
        out.line("return CONTINUE;").close();
    }

    private void function(final Specialisation function)
    {
        final JavaWriter out = new JavaWriter();
        final ExpressionWriter expressions = new ExpressionWriter(parts, out);
        final List<String> declared = new ArrayList<>();
        for (final Variable parameter : function.parameters())
        {
            expressions.bind(parameter, Shapes.make(parameter.type(), parameter.name(), (java, wanted) ->
            {
                final String name = expressions.names().claim(wanted);
                declared.add("final " + java + " " + name);
                return name;
            }));
        }
        final String name = parts.method(function);
        out.open("private " + Shapes.javaType(function.result()) + " " + name + "(" +
            String.join(", ", declared) + ")");
        new ResultWriter(expressions, Sink.returning(function.result()), name).write(function.body());
        out.close();
        parts.add(out);
    }

    private void head(final JavaWriter out)
    {
        out.line("package " + GeneratedSource.PACKAGE + ";").line("");
        final String body = String.join("", parts.written());
        imports(body).forEach(type -> out.line("import " + type + ";"));
        final int line = packet.packet().source().line(packet.packet().definition().span().start());
        out.line("").line("/** Hot path. Packet " + packet.name() + ", line " + line + ": " +
            packet.function().name() + "(" + String.join(", ", packet.arguments().stream().map(Variable::name)
            .toList()) + "). */");
        out.open("public final class " + GeneratedSource.placeholder() + " implements PacketHandler");
        final List<String> atoms = parts.atomConstants();
        for (int i = 0; i < atoms.size(); i++)
        {
            out.line("private static final int " + atoms.get(i) + " = " + i + ";");
        }
        if (!atoms.isEmpty())
        {
            out.line("");
        }
        fields.forEach((view, field) -> out.line("private final " + areas.get(view) + " " + field + ";"));
        packet.packet().payload().ifPresent(
            payload -> out.line("private final " + areas.get(packet.name()) + " " + OWN + ";"));
        if (views().contains(TypedPacket.INPUT))
        {
            out.line("private final InstanceInput input;");
        }
        if (parts.views().isHeaderUsed())
        {
            out.line("private final InstanceHeader header;");
        }
    }

    private List<String> imports(final String body)
    {
        return Stream.of(parts.views().isHeaderUsed() ? "io.packetflow.engine.packet.InstanceHeader" : "",
            views().contains(TypedPacket.INPUT) ? "io.packetflow.engine.packet.InstanceInput" : "",
            "io.packetflow.engine.packet.PacketContext", "io.packetflow.engine.packet.PacketHandler",
            body.contains("Rounding.") ? "io.packetflow.engine.language.runtime.Rounding" : "")
            .filter(type -> !type.isEmpty()).sorted().toList();
    }

    private void constructor(final JavaWriter out)
    {
        out.line("").open("public " + GeneratedSource.placeholder() + "(final PacketContext context)");
        fields.forEach((view, field) -> out.line(
            field + " = context.area(\"" + view + "\", " + areas.get(view) + ".class);"));
        packet.packet().payload().ifPresent(payload -> out.line(
            OWN + " = context.area(\"" + packet.name() + "\", " + areas.get(packet.name()) + ".class);"));
        if (views().contains(TypedPacket.INPUT))
        {
            out.line("input = context.input();");
        }
        if (parts.views().isHeaderUsed())
        {
            out.line("header = context.header();");
        }
        out.close();
    }
}
