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
package io.packetflow.engine.language.eval;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.engine.language.check.CheckedMolecule;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.code.FiringTrigger;
import io.packetflow.engine.language.code.LanguagePacket;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.types.MoleculeTyping;
import io.packetflow.engine.language.types.TypedPacket;
import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.packet.HandlerFactory;
import io.packetflow.layout.record.RecordLayout;

/**
 * Cold path. The packets of a molecule whose behaviour is written in the language, evaluated instead of compiled: the
 * reference that {@link io.packetflow.engine.language.code.LanguagePackets} is compared with.
 */
public final class EvaluatedPackets
{
    private final Evaluator evaluator;
    private final List<TypedPacket> packets;
    private final Map<String, InstanceKind> kinds;

    private EvaluatedPackets(
        final Evaluator evaluator, final List<TypedPacket> packets, final Map<String, InstanceKind> kinds)
    {
        this.evaluator = evaluator;
        this.packets = packets;
        this.kinds = kinds;
    }

    /**
     * Makes the packets of a molecule.
     *
     * @param program without errors that declares the packets and their functions
     * @param structure of the molecule
     * @param kinds of instances that the molecule has, by name
     * @return the packets by name
     */
    public static Map<String, LanguagePacket> of(
        final CheckedProgram program, final MolecularStructure structure, final Map<String, InstanceKind> kinds)
    {
        final List<CheckedInput> inputs = program.declaredMolecule(structure.name()).map(CheckedMolecule::inputs)
            .orElse(List.of());
        final EvaluatedPackets evaluated = new EvaluatedPackets(new Evaluator(program.functions()),
            MoleculeTyping.type(program, structure, inputs, new Diagnostics()), kinds);
        final Map<String, LanguagePacket> result = new LinkedHashMap<>();
        evaluated.packets.forEach(packet -> result.put(packet.name(), evaluated.packet(packet)));
        return result;
    }

    private LanguagePacket packet(final TypedPacket packet)
    {
        final Map<String, RecordLayout> payloads = new LinkedHashMap<>();
        final Set<String> seen = new HashSet<>(packet.reads());
        seen.add(packet.name());
        packets.stream().filter(other -> seen.contains(other.name())).forEach(other -> other.packet().payload().ifPresent(layout -> payloads.put(other.name(), layout)));
        final HandlerFactory<EvaluatedHandler> factory = context ->
            new EvaluatedHandler(evaluator, packet, packet.condition(), payloads, context);
        return new LanguagePacket(packet.packet().payload().map(layout -> Area.of(
            layout, RecordView.class, RecordView::new)), EvaluatedHandler.class, factory,
            FiringTrigger.of(packet, kinds));
    }
}
