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
package io.packetflow.engine.reactor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.ScriptedOutput;
import io.packetflow.engine.fixture.ScriptedSource;
import io.packetflow.engine.fixture.Summing;
import io.packetflow.engine.fixture.TestSettings;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.write.JournalSettings;

import org.junit.jupiter.api.io.TempDir;

/** A small journaled molecule in a directory of its own, and what comes out of it. */
abstract class JournaledReactorFixture
{
    static final int INSTANCES = 200;

    @TempDir
    Path directory;

    final List<Long> released = new ArrayList<>();
    final List<String> commands = new ArrayList<>();

    final Path journal()
    {
        return directory.resolve("journal");
    }

    final JournalOptions options()
    {
        return JournalOptions.of(journal(), Durability.PROCESS_SAFE);
    }

    final ReactorContext context(final LongUnaryOperator term, final JournalOptions options)
    {
        return context(term, options, INSTANCES);
    }

    final ReactorContext context(
        final LongUnaryOperator term, final JournalOptions options, final int instances, final String... settings)
    {
        final List<String> all = new ArrayList<>(
            List.of("batch.limit=16", "counters.file=" + directory.resolve("counters.dat")));
        all.addAll(List.of(settings));
        return new ReactorContext().molecule(molecule(term)).settings(TestSettings.of(all.toArray(String[]::new)))
            .topology(CpuTopology.ofProcessors(4, "a test"))
            .journal(options.withSettings(JournalSettings.ofSegments(JournalSettings.MIN_SEGMENT_BYTES)))
            .source("feed", ScriptedSource.class, warmUp -> new ScriptedSource(new Script().steady(1, instances)));
    }

    final int note(final PacketContext context)
    {
        if (context.header().kind() == InstanceKind.CONTROL.code())
        {
            commands.add(context.input().getLong(0) + " at " + context.header().sequence());
        }
        return PacketHandler.CONTINUE;
    }

    final Molecule molecule(final LongUnaryOperator term)
    {
        return JournalPacket.addTo(Molecule.named("M").kind(Kinds.FEED).kind(InstanceKind.CONTROL)
            .packet(Summing.packet("sum", term).build())
            .packet(ScriptedOutput.packet(
                "out", this::note, context -> released.add(context.header().sequence())).build())
            .ionic("sum", "out")).ionicStrict(JournalPacket.NAME, "out").build();
    }
}
