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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.code.LanguagePacket;
import io.packetflow.engine.language.code.LanguagePackets;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.Severity;
import io.packetflow.engine.packet.HandlerFactory;
import io.packetflow.engine.packet.PacketHandler;

/**
 * Cold path. The packets of a molecule that are written in the language, compiled.
 *
 * @param code by packet; empty where there is an error
 * @param sources in Java
 * @param diagnostics of their functions
 */
record WrittenPackets(Map<String, PacketCode> code, List<GeneratedSource> sources, List<Diagnostic> diagnostics)
{
    /** Compiles them, or finds them compiled. A molecule without such packets compiles nothing. */
    static WrittenPackets of(
        final CheckedProgram program, final Blueprint blueprint, final KindTable kinds, final ProgramHost host)
    {
        final boolean hasAny = blueprint.packets().stream().anyMatch(
            packet -> program.packet(packet.name()).orElseThrow().process().isPresent());
        if (!hasAny)
        {
            return new WrittenPackets(Map.of(), List.of(), List.of());
        }
        final LanguagePackets packets = LanguagePackets.of(program, blueprint.structure(), kinds.all());
        final Map<String, PacketCode> code = new HashMap<>();
        if (isSound(packets.diagnostics()))
        {
            host.compiled().map(packets::packets).orElseGet(() -> packets.packets(host.codeDirectory())).forEach(
                (name, packet) -> code.put(name, new PacketCode(packet.trigger(), packet.area(), handler(packet))));
        }
        return new WrittenPackets(code, packets.sources(), packets.diagnostics());
    }

    private static HandlerClass<?> handler(final LanguagePacket packet)
    {
        return handler(packet.handlerClass(), packet.factory());
    }

    private static <H extends PacketHandler> HandlerClass<H> handler(
        final Class<H> type, final HandlerFactory<?> factory)
    {
        return new HandlerClass<>(type, context -> type.cast(factory.create(context)));
    }

    /** Returns whether there is no error. */
    boolean isSound()
    {
        return isSound(diagnostics);
    }

    private static boolean isSound(final List<Diagnostic> diagnostics)
    {
        return diagnostics.stream().noneMatch(found -> found.severity() == Severity.ERROR);
    }
}
