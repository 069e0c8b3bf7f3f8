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
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.language.types.FieldTypes;
import io.packetflow.engine.language.types.Type;
import io.packetflow.engine.language.types.TypedPacket;
import io.packetflow.layout.record.Field;
import io.packetflow.layout.record.FieldType;
import io.packetflow.layout.record.RecordLayout;

/** Cold path. Writes a result to the payload of its packet, or ends the instance where it is {@code :stop}. */
final class PacketSink implements Sink
{
    private static final String GO_ON = "return CONTINUE;";
    private static final String END = "return STOP;";

    private final Optional<RecordLayout> payload;
    private final String own;

    /**
     * Prepares.
     *
     * @param payload that is written, if any is
     * @param own name of the field that holds its flyweight
     */
    PacketSink(final Optional<RecordLayout> payload, final String own)
    {
        this.payload = payload;
        this.own = own;
    }

    @Override
    public String javaType()
    {
        return "int";
    }

    @Override
    public void accept(final Value value, final Type type, final ExpressionWriter writer)
    {
        if (type instanceof Type.OneOf oneOf)
        {
            oneOf(value, oneOf, writer);
        }
        else if (type instanceof Type.Atom atom)
        {
            atom(value, atom, writer);
        }
        else
        {
            if (payload.isPresent())
            {
                fields(value, type, payload.get(), writer);
            }
            writer.out().line(GO_ON);
        }
    }

    private void oneOf(final Value value, final Type.OneOf type, final ExpressionWriter writer)
    {
        final List<Value> parts = ((Value.Group)writer.local("result", value, type)).parts();
        final String which = ((Value.Single)parts.get(0)).java();
        final int last = type.alternatives().size() - 1;
        for (int i = 0; i < last; i++)
        {
            writer.out().open("if (" + which + " == " + i + ")");
            accept(parts.get(i + 1), type.alternatives().get(i), writer);
            writer.out().close();
        }
        accept(parts.get(last + 1), type.alternatives().get(last), writer);
    }

    private static void atom(final Value value, final Type.Atom type, final ExpressionWriter writer)
    {
        if (type.names().size() == 1)
        {
            writer.out().line(type.names().contains(TypedPacket.STOP) ? END : GO_ON);
            return;
        }
        final String stop = writer.parts().atom(TypedPacket.STOP);
        writer.out().line("return " + ((Value.Single)value).java() + " == " + stop + " ? STOP : CONTINUE;");
    }

    private void fields(
        final Value value, final Type type, final RecordLayout layout, final ExpressionWriter writer)
    {
        final Map<String, String> accessors = PayloadNames.of(layout);
        for (final String name : Shapes.partNames(type))
        {
            final Field field = layout.field(name);
            final Type from = Shapes.parts(type).get(Shapes.partNames(type).indexOf(name));
            final Value part = writer.conversions().part(value, type, name);
            if (field.type() == FieldType.BYTES)
            {
                final List<Value.Single> words =
                    writer.conversions().convert(part, from, new Type.Text(field.length())).singles();
                for (int word = 0; word < words.size(); word++)
                {
                    write(accessors.get(name) + word, words.get(word).java(), writer);
                }
            }
            else
            {
                write(accessors.get(name), scaled((Value.Single)part, (Type.Numeric)from, field), writer);
            }
        }
    }

    private static String scaled(final Value.Single value, final Type.Numeric from, final Field field)
    {
        final int more = (field.type() == FieldType.PRICE_E4 ? FieldTypes.PRICE_SCALE : 0) - from.scale();
        return more == 0 ? value.java() : "Math.multiplyExact(" + value.java() + ", " +
            ExpressionWriter.literal(ExpressionWriter.power(more)) + ")";
    }

    private void write(final String accessor, final String java, final ExpressionWriter writer)
    {
        writer.out().line(own + "." + accessor + "(" + ExpressionWriter.stripped(java) + ");");
    }
}
