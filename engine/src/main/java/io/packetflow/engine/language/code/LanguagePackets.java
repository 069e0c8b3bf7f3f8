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

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.codegen.ClassJar;
import io.packetflow.engine.codegen.CodegenException;
import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.engine.language.check.CheckedMolecule;
import io.packetflow.engine.language.check.CheckedPacket;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.types.MoleculeTyping;
import io.packetflow.engine.language.types.Typed;
import io.packetflow.engine.language.types.TypedPacket;
import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.packet.HandlerFactory;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.RecordLayout;

/**
 * Cold path. The packets of a molecule whose behaviour is written in the language, as Java.
 *
 * <pre>{@code
 * final LanguagePackets code = LanguagePackets.of(program, structure, kinds);
 * if (code.diagnostics().isEmpty())
 * {
 *     final LanguagePacket book = code.packets(directory).get("Book");
 * }
 * }</pre>
 */
public final class LanguagePackets
{
    /** Operations of one packet, with all that it calls. */
    private static final int MAX_WEIGHT = 40_000;

    private final String molecule;
    private final Map<String, InstanceKind> kinds;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Map<String, RecordLayout> payloads = new LinkedHashMap<>();
    private final Map<String, GeneratedSource> areas = new LinkedHashMap<>();
    private final Map<String, GeneratedSource> handlers = new LinkedHashMap<>();
    private final List<TypedPacket> packets;

    private LanguagePackets(
        final CheckedProgram program, final MolecularStructure structure, final Map<String, InstanceKind> kinds)
    {
        this.molecule = structure.name();
        this.kinds = Map.copyOf(kinds);
        diagnostics.origins(program.expanded().origins()::of);
        final List<CheckedInput> inputs = program.declaredMolecule(structure.name()).map(CheckedMolecule::inputs)
            .orElse(List.of());
        this.packets = MoleculeTyping.type(program, structure, inputs, diagnostics);
    }

    /**
     * Writes the code of a molecule's packets.
     *
     * @param program that declares the packets and their functions; of one with errors no code is written
     * @param structure of the molecule; inputs are those that the program declares for the molecule of this name
     * @param kinds of instances that the molecule has, by name
     * @return the code, or what keeps it from being written
     */
    public static LanguagePackets of(
        final CheckedProgram program, final MolecularStructure structure, final Map<String, InstanceKind> kinds)
    {
        final LanguagePackets code = new LanguagePackets(program, structure, kinds);
        if (!program.hasErrors() && !code.diagnostics.hasErrors())
        {
            code.write();
        }
        return code;
    }

    private void write()
    {
        for (final TypedPacket packet : packets)
        {
            packet.packet().payload().ifPresent(layout ->
            {
                payloads.put(packet.name(), layout);
                areas.put(packet.name(), AreaSource.write(layout));
            });
        }
        final Map<String, String> areaNames = new LinkedHashMap<>();
        areas.forEach((packet, source) -> areaNames.put(packet, source.simpleName()));
        for (final TypedPacket packet : packets)
        {
            try
            {
                if (isTooLarge(packet))
                {
                    report(packet.packet(), DiagnosticCode.TOO_LARGE_TO_COMPILE,
                        "the code of packet " + packet.name() + " is too large");
                    continue;
                }
                handlers.put(packet.name(), HandlerSource.write(packet, payloads, areaNames));
            }
            catch (final NotCompiledException e)
            {
                report(packet.packet(), DiagnosticCode.NOT_COMPILED, "packet " + packet.name() +
                    " computes something that has no form in compiled code");
            }
        }
    }

    private static boolean isTooLarge(final TypedPacket packet)
    {
        final List<Typed> bodies = new ArrayList<>(List.of(packet.function().body()));
        packet.guard().ifPresent(bodies::add);
        return bodies.stream().anyMatch(
            body -> TypedDepth.isTooDeep(body) || new Weights().of(body) > MAX_WEIGHT);
    }

    private void report(final CheckedPacket packet, final DiagnosticCode code, final String message)
    {
        diagnostics.report(Diagnostic.of(code, packet.source(), packet.process().orElseThrow().span(), message));
    }

    /** Returns what is wrong; where there is an error, there are no packets. */
    public List<Diagnostic> diagnostics()
    {
        return diagnostics.all();
    }

    /** Returns the Java sources: a class for each payload, then one for each packet, in order of composition. */
    public List<GeneratedSource> sources()
    {
        final List<GeneratedSource> sources = new ArrayList<>(areas.values());
        sources.addAll(handlers.values());
        return sources;
    }

    /**
     * Compiles the packets, or finds them compiled, and loads them.
     *
     * @param directory that keeps what is compiled, this user's alone
     * @return the packets by name
     * @throws CodegenException if they cannot be compiled, kept or loaded
     */
    public Map<String, LanguagePacket> packets(final Path directory)
    {
        return sources().isEmpty() ? Map.of() :
            packets(new ClassJar(directory).load(molecule, sources(), PacketHandler.class.getClassLoader()));
    }

    /**
     * Loads packets that were compiled ahead of time.
     *
     * @param loader that has their classes
     * @return the packets by name
     * @throws CodegenException if a class is missing or cannot be loaded
     */
    public Map<String, LanguagePacket> packets(final ClassLoader loader)
    {
        final Map<String, LanguagePacket> result = new LinkedHashMap<>();
        for (final TypedPacket packet : packets)
        {
            final GeneratedSource source = handlers.get(packet.name());
            if (source != null)
            {
                final Class<? extends PacketHandler> type =
                    load(source, loader).asSubclass(PacketHandler.class);
                result.put(packet.name(), new LanguagePacket(area(packet, loader), type, factory(type),
                    FiringTrigger.of(packet, kinds)));
            }
        }
        return result;
    }

    private Optional<Area> area(final TypedPacket packet, final ClassLoader loader)
    {
        return packet.packet().payload().map(layout ->
            area(layout, load(areas.get(packet.name()), loader).asSubclass(Flyweight.class)));
    }

    private static <F extends Flyweight> Area area(final RecordLayout layout, final Class<F> type)
    {
        final Constructor<F> constructor = constructor(type, Slab.class);
        return Area.of(layout, type, slab -> make(constructor, slab));
    }

    private static <H extends PacketHandler> HandlerFactory<H> factory(final Class<H> type)
    {
        final Constructor<H> constructor = constructor(type, PacketContext.class);
        return context -> make(constructor, context);
    }

    private static Class<?> load(final GeneratedSource source, final ClassLoader loader)
    {
        try
        {
            return Class.forName(source.className(), true, loader);
        }
        catch (final ClassNotFoundException | LinkageError e)
        {
            throw new CodegenException("the generated class " + source.className() + " cannot be loaded: " + e +
                "; compile the program anew", e);
        }
    }

    private static <T> Constructor<T> constructor(final Class<T> type, final Class<?> parameter)
    {
        try
        {
            return type.getConstructor(parameter);
        }
        catch (final NoSuchMethodException e)
        {
            throw new CodegenException("the generated class " + type.getName() + " has another constructor: " + e, e);
        }
    }

    private static <T> T make(final Constructor<T> constructor, final Object argument)
    {
        try
        {
            return constructor.newInstance(argument);
        }
        catch (final InvocationTargetException e)
        {
            throw new CodegenException("the generated class " + constructor.getDeclaringClass().getName() +
                " cannot be made: " + e.getCause(), e.getCause());
        }
        catch (final ReflectiveOperationException e)
        {
            throw new CodegenException("the generated class " + constructor.getDeclaringClass().getName() +
                " cannot be made: " + e, e);
        }
    }
}
