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
package io.packetflow.engine.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedOutput;
import io.packetflow.engine.fixture.Value;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.packet.Emitter;
import io.packetflow.engine.packet.PacketHandler;

class InterpreterTest
{
    private final List<String> seen = new ArrayList<>();

    @Test
    void packetsRunInBondOrderThenInOrderOfComposition()
    {
        run(molecule().packet(noting("c")).packet(noting("b")).packet(noting("a")).ionic("a", "b").build());

        assertThat(seen).containsExactly("c1", "a1", "b1", "c2", "a2", "b2");
    }

    @Test
    void aStopSkipsIonicDescendantsAndNothingElse()
    {
        run(molecule().packet(Scripted.packet("a", context -> () -> PacketHandler.STOP).build()).packet(noting("b"))
            .packet(noting("c")).packet(noting("d")).ionic("a", "b", "c").build());

        assertThat(seen).containsExactly("d1", "d2");
    }

    @Test
    void aTriggerThatDoesNotFireLetsItsDescendantsRun()
    {
        run(molecule().packet(Scripted.packet("a", context -> () -> PacketHandler.STOP)
            .trigger(Trigger.on(Kinds.NEWS)).build()).packet(noting("b")).ionic("a", "b").build());

        assertThat(seen).containsExactly("b1", "b2");
    }

    @Test
    void aSuccessorReadsWhatItsPredecessorWrote()
    {
        run(molecule().packet(Scripted.packet("a", context ->
        {
            final Value own = context.area("a", Value.class);
            return () ->
            {
                own.value(context.header().sequence() * 10);
                return PacketHandler.CONTINUE;
            };
        }).writes(Value.area()).build()).packet(Scripted.packet("b", context ->
        {
            final Value other = context.area("a", Value.class);
            return () ->
            {
                seen.add("read " + other.value());
                return PacketHandler.CONTINUE;
            };
        }).build()).ionic("a", "b").build());

        assertThat(seen).containsExactly("read 10", "read 20");
    }

    @Test
    void anOutputLetsGoAtOnceUnlessItStops()
    {
        run(molecule().packet(ScriptedOutput.packet("a", context -> (int)context.header().sequence() % 2,
            context -> seen.add("released " + context.header().sequence())).build()).packet(noting("b"))
            .ionic("a", "b").build());

        assertThat(seen).containsExactly("released 2", "b2");
    }

    @Test
    void emissionsWaitUntilTheyAreTaken()
    {
        final Molecule molecule = molecule().packet(Scripted.packet("a", context ->
        {
            final Emitter emitter = context.emitter(Long.BYTES);
            return () ->
            {
                emitter.slab().putLong(emitter.claim(Kinds.NEWS.code(), Long.BYTES, 7), 5);
                emitter.commit();
                return PacketHandler.CONTINUE;
            };
        }).build()).build();

        try (Interpreter interpreter = new Interpreter(molecule))
        {
            interpreter.apply(Kinds.FEED.code(), 0, 1, ByteBuffer.allocate(0));
            assertThat(interpreter.takeEmissions("a")).containsExactly(new Emission(Kinds.NEWS.code(), 7,
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(5).flip()));
            assertThat(interpreter.takeEmissions("a")).isEmpty();
        }
    }

    @Test
    void whatNoBondOrdersMayNotBeRead()
    {
        final Molecule molecule = molecule().packet(Scripted.idle("a").writes(Value.area()).build())
            .packet(Scripted.packet("b", context ->
            {
                context.area("a", Value.class);
                return () -> PacketHandler.CONTINUE;
            }).build()).build();

        assertThatThrownBy(() -> run(molecule)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("packet b reads the area of a").hasMessageEndingWith("no ionic bond orders the two");
    }

    private static Molecule.Builder molecule()
    {
        return Molecule.named("M").kind(Kinds.FEED).kind(Kinds.NEWS);
    }

    private Packet noting(final String name)
    {
        return Scripted.packet(name, context -> () ->
        {
            seen.add(name + context.header().sequence());
            return PacketHandler.CONTINUE;
        }).build();
    }

    private static void run(final Molecule molecule)
    {
        try (Interpreter interpreter = new Interpreter(molecule))
        {
            interpreter.apply(Kinds.FEED.code(), 0, 1, ByteBuffer.allocate(0));
            interpreter.apply(Kinds.FEED.code(), 0, 2, ByteBuffer.allocate(0));
            assertThat(interpreter.instances()).isEqualTo(2);
        }
    }
}
