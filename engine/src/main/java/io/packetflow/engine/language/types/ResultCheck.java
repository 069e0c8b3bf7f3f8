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
package io.packetflow.engine.language.types;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.packetflow.engine.language.check.CheckedPacket;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.SyntaxNode;
import io.packetflow.layout.record.Field;
import io.packetflow.layout.record.RecordLayout;

/** Cold path. Whether what a function gives is what a packet writes: all fields of its payload, or {@code :stop}. */
final class ResultCheck
{
    private final CheckedPacket packet;
    private final Report report;

    ResultCheck(final CheckedPacket packet, final Report report)
    {
        this.packet = packet;
        this.report = report;
    }

    void check(final Type result, final SyntaxNode place)
    {
        for (final Type alternative : Joining.alternatives(result))
        {
            final boolean isStop = alternative instanceof Type.Atom atom && atom.names().equals(
                Set.of(TypedPacket.STOP));
            final boolean isKnown = !(alternative instanceof Type.Unknown) && !(alternative instanceof Type.Nothing);
            if (packet.payload().isPresent() && isKnown && !isStop)
            {
                checkPayload(alternative, packet.payload().get(), place);
            }
        }
    }

    private void checkPayload(final Type result, final RecordLayout layout, final SyntaxNode place)
    {
        final Set<String> wanted = new TreeSet<>(layout.fields().stream().map(Field::name).toList());
        if (!(result instanceof Type.Fields fields))
        {
            tell(place, "this is no payload of packet " + packet.name(), expected(layout), result.toString());
            return;
        }
        if (!fields.fields().keySet().equals(wanted))
        {
            final Set<String> missing = new TreeSet<>(wanted);
            missing.removeAll(fields.fields().keySet());
            final Set<String> other = new TreeSet<>(fields.fields().keySet());
            other.removeAll(wanted);
            tell(place, "the payload of packet " + packet.name() + (missing.isEmpty() ? "" : " lacks " +
                String.join(", ", missing)) + (missing.isEmpty() || other.isEmpty() ? "" : " and") +
                (other.isEmpty() ? "" : " has no " + String.join(", ", other)), expected(layout), result.toString());
            return;
        }
        for (final Map.Entry<String, Type> field : fields.fields().entrySet())
        {
            final Field declared = layout.field(field.getKey());
            if (!(field.getValue() instanceof Type.Unknown) && !FieldTypes.mayWrite(field.getValue(), declared))
            {
                tell(place, "field " + field.getKey() + " of packet " + packet.name() + " does not take this value",
                    FieldTypes.of(declared).toString(), field.getValue().toString());
            }
        }
    }

    private static String expected(final RecordLayout layout)
    {
        return FieldTypes.of(layout, "") + " or :" + TypedPacket.STOP;
    }

    private void tell(final SyntaxNode place, final String message, final String expected, final String found)
    {
        report.tell(place, DiagnosticCode.RESULT_NOT_A_PAYLOAD, message, expected, found, found.contains("decimals") ?
            "round(x, n) gives a number n decimals" : "");
    }
}
