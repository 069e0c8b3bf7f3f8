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

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.codegen.JavaWriter;
import io.packetflow.layout.record.Field;
import io.packetflow.layout.record.FieldType;
import io.packetflow.layout.record.RecordLayout;

/** Cold path. Writes the flyweight of a payload: all numbers are read and written as {@code long}. */
final class AreaSource
{
    private final RecordLayout layout;
    private final Map<String, String> names;
    private final JavaWriter out = new JavaWriter();

    private AreaSource(final RecordLayout layout)
    {
        this.layout = layout;
        this.names = PayloadNames.of(layout);
    }

    /** Returns the class of a packet's payload. */
    static GeneratedSource write(final RecordLayout layout)
    {
        return new AreaSource(layout).write();
    }

    private GeneratedSource write()
    {
        final String name = GeneratedSource.placeholder();
        final boolean isChecked = layout.fields().stream().anyMatch(field -> isNarrow(field.type()));
        out.line("package " + GeneratedSource.PACKAGE + ";").line("");
        if (isChecked)
        {
            out.line("import io.packetflow.engine.language.runtime.FieldRange;");
        }
        out.line("import io.packetflow.layout.memory.Flyweight;").line("import io.packetflow.layout.memory.Slab;")
            .line("").line("/** Hot path. The payload of packet " + layout.name() + ", " + layout.size() + " bytes. */")
            .open("public final class " + name + " extends Flyweight");
        layout.fields().forEach(field -> out.line("private static final int " +
            JavaNames.constant(names.get(field.name())) + " = " + field.offset() + ";"));
        out.line("").open("public " + name + "(final Slab slab)").line("super(slab);").close();
        layout.fields().forEach(this::field);
        clear();
        out.close();
        return GeneratedSource.named(layout.name() + "Area", out.toString());
    }

    /** Writes what makes a payload nothing: zeros. */
    private void clear()
    {
        final int words = layout.size() / Long.BYTES * Long.BYTES;
        out.line("").open("public void clear()");
        if (words > 0)
        {
            out.open("for (int i = 0; i < " + words + "; i += 8)").line("int64(i, 0L);").close();
        }
        for (int done = words; done < layout.size(); done += layout.alignment())
        {
            out.line(accessor(layout.alignment()) + "(" + done + ", " + cast(layout.alignment()) + "0);");
        }
        out.close();
    }

    private static String cast(final int bytes)
    {
        return switch (bytes)
        {
            case Byte.BYTES -> "(byte)";
            case Short.BYTES -> "(short)";
            case Integer.BYTES -> "(int)";
            default -> "";
        };
    }

    private static boolean isNarrow(final FieldType type)
    {
        return type != FieldType.BYTES && type.sizeBytes() < Long.BYTES;
    }

    private void field(final Field field)
    {
        if (field.type() == FieldType.BYTES)
        {
            bytes(field);
            return;
        }
        final String name = names.get(field.name());
        final String constant = JavaNames.constant(name);
        final String accessor = accessor(field.type().sizeBytes());
        out.line("").open("public long " + name + "()")
            .line("return " + FieldAccess.number(field, (bytes, offset) -> accessor + "(" + constant + ")") + ";")
            .close().line("").open("public void " + name + "(final long value)")
            .line(accessor + "(" + constant + ", " + checked(field) + ");").close();
    }

    private static String checked(final Field field)
    {
        return isNarrow(field.type()) ? "FieldRange." + JavaNames.camelCase(
            field.type().name().toLowerCase(Locale.ROOT)) + "(value)" : "value";
    }

    private static String accessor(final int bytes)
    {
        return "int" + bytes * Byte.SIZE;
    }

    private void bytes(final Field field)
    {
        final String name = names.get(field.name());
        final String constant = JavaNames.constant(name);
        final List<String> words = FieldAccess.words(field, (bytes, offset) ->
            accessor(bytes) + "(" + constant + " + " + (offset - field.offset()) + ")");
        for (int word = 0; word < words.size(); word++)
        {
            out.line("").open("public long " + name + word + "()").line("return " + words.get(word) + ";").close()
                .line("").open("public void " + name + word + "(final long value)");
            writeWord(constant, word * Long.BYTES, Math.min(Long.BYTES, field.length() - word * Long.BYTES));
            out.close();
        }
    }

    private void writeWord(final String constant, final int start, final int length)
    {
        int done = 0;
        while (done < length)
        {
            final int bytes = Integer.highestOneBit(length - done);
            final String part = done == 0 ? "value" : "(value >>> " + done * Byte.SIZE + ")";
            out.line(
                accessor(bytes) + "(" + constant + " + " + (start + done) + ", " + cast(bytes) + part + ");");
            done += bytes;
        }
    }
}
