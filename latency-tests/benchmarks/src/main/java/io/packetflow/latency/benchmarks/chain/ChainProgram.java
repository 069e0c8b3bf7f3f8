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
package io.packetflow.latency.benchmarks.chain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.packetflow.engine.language.FrontEnd;
import io.packetflow.engine.language.build.ProgramBuild;
import io.packetflow.engine.language.build.ProgramHost;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.periodic.Element;
import io.packetflow.layout.memory.Flyweight;

/** Cold path. The chain as {@code engine/examples/chain.pf} has it, with one packet behind it that sums. */
final class ChainProgram
{
    /** Name of the packet that sums. */
    static final String SUM = "Sum";

    private static final String FILE = "chain.pf";
    private static final String MOLECULE = "Chain";

    private ChainProgram()
    {
    }

    static Molecule molecule()
    {
        final ProgramBuild build =
            ProgramBuild.of(FrontEnd.check(List.of(source())), MOLECULE, ProgramHost.builder().build());
        final Molecule chain = build.molecule()
            .orElseThrow(() -> new IllegalStateException(FILE + " has mistakes: " + build.diagnostics()));
        final Class<? extends Flyweight> view =
            chain.packet(ChainPackets.FOLD).orElseThrow().area().orElseThrow().view();
        return chain.toBuilder()
            .packet(Packet.named(SUM, Element.CONSUMER).trigger(Trigger.always())
                .handler(ChainSum.class, context -> new ChainSum(context, view)).build())
            .ionic(ChainPackets.FOLD, SUM).build();
    }

    private static SourceFile source()
    {
        try (InputStream in = ChainProgram.class.getResourceAsStream(FILE))
        {
            return SourceFile.of(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(FILE + " cannot be read: " + e.getMessage(), e);
        }
    }
}
