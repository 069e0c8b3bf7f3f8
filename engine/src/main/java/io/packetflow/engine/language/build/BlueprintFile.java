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
package io.packetflow.engine.language.build;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;
import io.packetflow.layout.record.Field;
import io.packetflow.layout.record.FieldType;
import io.packetflow.layout.record.RecordLayout;

/**
 * Cold path. A blueprint as bytes, with the hash of the sources that it was drawn from. Made where a program is built
 * and read where it runs, by the same version of this class, so it knows no other:
 *
 * <pre>
 *   int magic, UTF hash of the sources, UTF name, properties,
 *   int packets, packets x (UTF name, UTF element, UTF trigger, int payload bytes, resources, participants, properties,
 *     UTF trigger form, trigger kinds, UTF handler, UTF area, UTF payload ("" for none), int fields, fields x
 *     (UTF name, UTF type, int length)),
 *   int bonds, bonds x (UTF from, UTF to, UTF type, UTF resource, boolean strict),
 *   int kinds, kinds x (int code, UTF name, int bytes)
 * </pre>
 *
 * @param sourceHash of the program's sources
 * @param blueprint of its molecule
 */
public record BlueprintFile(String sourceHash, Blueprint blueprint)
{
    private static final int MAGIC = 0x5046_4250;

    /**
     * Reads one.
     *
     * @param stream of its bytes
     * @return hash and blueprint
     * @throws IOException if it cannot be read or is none
     */
    public static BlueprintFile read(final InputStream stream) throws IOException
    {
        final DataInputStream in = new DataInputStream(stream);
        if (in.readInt() != MAGIC)
        {
            throw new IOException("this is no blueprint of a molecule, or one of another version; build it anew");
        }
        final String hash = in.readUTF();
        final String name = in.readUTF();
        final Map<String, String> properties = readTexts(in);
        final List<Constituent> composition = new ArrayList<>();
        final List<PacketBlueprint> packets = new ArrayList<>();
        for (int packet = in.readInt(); packet > 0; packet--)
        {
            final Constituent constituent = new Constituent(in.readUTF(), Element.valueOf(in.readUTF()), in.readUTF(),
                in.readInt(), readNames(in), readNames(in), readTexts(in));
            composition.add(constituent);
            packets.add(new PacketBlueprint(constituent.name(), TriggerForm.valueOf(in.readUTF()), readNames(in),
                readOptional(in), readOptional(in), readLayout(in)));
        }
        final List<Bond> bonds = new ArrayList<>();
        for (int bond = in.readInt(); bond > 0; bond--)
        {
            bonds.add(new Bond(
                in.readUTF(), in.readUTF(), BondType.valueOf(in.readUTF()), in.readUTF(), in.readBoolean()));
        }
        final List<InstanceKind> kinds = new ArrayList<>();
        for (int kind = in.readInt(); kind > 0; kind--)
        {
            kinds.add(new InstanceKind(in.readInt(), in.readUTF(), in.readInt()));
        }
        return new BlueprintFile(
            hash, new Blueprint(new MolecularStructure(name, composition, bonds, properties), kinds, packets));
    }

    /** Returns the bytes. */
    public byte[] bytes()
    {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes))
        {
            write(out);
        }
        catch (final IOException e)
        {
            throw new IllegalStateException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    private void write(final DataOutputStream out) throws IOException
    {
        final MolecularStructure structure = blueprint.structure();
        out.writeInt(MAGIC);
        out.writeUTF(sourceHash);
        out.writeUTF(structure.name());
        writeTexts(out, structure.properties());
        out.writeInt(blueprint.packets().size());
        for (final PacketBlueprint packet : blueprint.packets())
        {
            write(out, structure.packet(packet.name()).orElseThrow());
            out.writeUTF(packet.triggerForm().name());
            writeNames(out, packet.triggerKinds());
            out.writeUTF(packet.handler().orElse(""));
            out.writeUTF(packet.area().orElse(""));
            writeLayout(out, packet.payload());
        }
        out.writeInt(structure.bonds().size());
        for (final Bond bond : structure.bonds())
        {
            out.writeUTF(bond.from());
            out.writeUTF(bond.to());
            out.writeUTF(bond.type().name());
            out.writeUTF(bond.resource());
            out.writeBoolean(bond.strict());
        }
        out.writeInt(blueprint.kinds().size());
        for (final InstanceKind kind : blueprint.kinds())
        {
            out.writeInt(kind.code());
            out.writeUTF(kind.name());
            out.writeInt(kind.maxInputBytes());
        }
    }

    private static void write(final DataOutputStream out, final Constituent packet) throws IOException
    {
        out.writeUTF(packet.name());
        out.writeUTF(packet.element().name());
        out.writeUTF(packet.trigger());
        out.writeInt(packet.payloadBytes());
        writeNames(out, packet.resources());
        writeNames(out, packet.participants());
        writeTexts(out, packet.properties());
    }

    private static void writeNames(final DataOutputStream out, final List<String> names) throws IOException
    {
        out.writeInt(names.size());
        for (final String name : names)
        {
            out.writeUTF(name);
        }
    }

    private static List<String> readNames(final DataInputStream in) throws IOException
    {
        final List<String> names = new ArrayList<>();
        for (int name = in.readInt(); name > 0; name--)
        {
            names.add(in.readUTF());
        }
        return names;
    }

    private static void writeTexts(final DataOutputStream out, final Map<String, String> texts) throws IOException
    {
        out.writeInt(texts.size());
        for (final Map.Entry<String, String> text : texts.entrySet())
        {
            out.writeUTF(text.getKey());
            out.writeUTF(text.getValue());
        }
    }

    private static Map<String, String> readTexts(final DataInputStream in) throws IOException
    {
        final Map<String, String> texts = new LinkedHashMap<>();
        for (int text = in.readInt(); text > 0; text--)
        {
            texts.put(in.readUTF(), in.readUTF());
        }
        return texts;
    }

    private static Optional<String> readOptional(final DataInputStream in) throws IOException
    {
        final String text = in.readUTF();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static void writeLayout(final DataOutputStream out, final Optional<RecordLayout> layout) throws IOException
    {
        out.writeUTF(layout.map(RecordLayout::name).orElse(""));
        final List<Field> fields = layout.map(RecordLayout::fields).orElse(List.of());
        out.writeInt(fields.size());
        for (final Field field : fields)
        {
            out.writeUTF(field.name());
            out.writeUTF(field.type().name());
            out.writeInt(field.length());
        }
    }

    /** Fields stand in the order of their places, so the same places come out again. */
    private static Optional<RecordLayout> readLayout(final DataInputStream in) throws IOException
    {
        final String name = in.readUTF();
        final int fields = in.readInt();
        if (name.isEmpty())
        {
            return Optional.empty();
        }
        final RecordLayout.Builder layout = RecordLayout.named(name).inDeclaredOrder();
        for (int field = 0; field < fields; field++)
        {
            final String fieldName = in.readUTF();
            final FieldType type = FieldType.valueOf(in.readUTF());
            final int length = in.readInt();
            if (type == FieldType.BYTES)
            {
                layout.bytes(fieldName, length);
            }
            else
            {
                layout.field(fieldName, type);
            }
        }
        return Optional.of(layout.build());
    }
}
