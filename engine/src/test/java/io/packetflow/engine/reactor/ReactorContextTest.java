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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedOutput;
import io.packetflow.engine.fixture.ScriptedSource;
import io.packetflow.engine.fixture.TestContext;
import io.packetflow.engine.fixture.UnnamedPackage;
import io.packetflow.engine.fixture.Value;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reactor is made from, and what its handlers may ask for. */
class ReactorContextTest
{
    private static final String NOT_SOUND = "the reactor's context is not sound:\n  - ";

    @TempDir
    private Path directory;

    private final Molecule molecule = Molecule.named("M").kind(Kinds.FEED)
        .packet(Scripted.idle("a").writes(Value.area()).build()).packet(Scripted.idle("b").build())
        .ionic("a", "b").build();

    /** Final, but this test is not public. */
    public static final class HiddenSource implements InstanceSource
    {
        @Override
        public long nextTimeNanos()
        {
            return NONE;
        }

        @Override
        public void take(final InstanceHeader header, final InstanceInput input)
        {
            throw new IllegalStateException();
        }

        @Override
        public void discard(final boolean rejected)
        {
            throw new IllegalStateException();
        }

        @Override
        public boolean isExhausted()
        {
            return true;
        }
    }

    @Test
    void shouldMissAMolecule()
    {
        assertThatThrownBy(() -> Reactor.prepare(new ReactorContext()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(NOT_SOUND + "there is no molecule; call molecule(...)");
    }

    @Test
    void shouldListEveryErrorAtOnce()
    {
        final ReactorContext context = TestContext.of(directory, molecule).timerPeriodNanos(0)
            .backEdge(new BackEdgeBinding("a", 2, 24, 0)).backEdge(new BackEdgeBinding("a", 2, 16, 0))
            .backEdge(new BackEdgeBinding("ghost", 2, 16, 0));

        assertThatThrownBy(() -> Reactor.prepare(context)).hasMessage(NOT_SOUND + String.join("\n  - ",
            "a timer's period is above 0: timerPeriodNanos=0",
            "there is no source, so nothing would ever happen; call source(...)",
            "the back edge of a emits up to 24 bytes, but no kind of the molecule takes more than 16",
            "packet a has two back edges; one is enough for all kinds",
            "a back edge names the unknown packet ghost"));
    }

    @Test
    void shouldRefuseSourcesThatCodeCannotReach() throws Exception
    {
        final ReactorContext context = TestContext.of(directory, molecule, new Script())
            .source("feed", HiddenSource.class, warmUp -> new HiddenSource())
            .source("any", InstanceSource.class, warmUp -> new HiddenSource())
            .source("unnamed", UnnamedPackage.source("UnnamedSource"), warmUp -> null);
        final String rule =
            " must be public and final, in public classes only, so that the sequencing node calls it directly";

        assertThatThrownBy(() -> Reactor.prepare(context)).hasMessage(NOT_SOUND + String.join("\n  - ",
            "the source feed: " + HiddenSource.class.getName() + rule,
            "two sources are called feed; rename one",
            "the source any: " + InstanceSource.class.getName() + rule,
            "the source unnamed: UnnamedSource lies in the unnamed package, which generated code cannot name; " +
                "put it into a package"));
    }

    @Test
    void shouldMakeOneReactor()
    {
        final ReactorContext context = TestContext.of(directory, molecule, new Script());
        Reactor.prepare(context).close();

        assertThatThrownBy(() -> Reactor.prepare(context)).isInstanceOf(IllegalStateException.class)
            .hasMessage("a context makes one reactor; make a new one");
    }

    @Test
    void shouldRefuseAWarmUpMoleculeThatWouldCompileOtherCode()
    {
        final Molecule.Builder base = Molecule.named("M").kind(Kinds.FEED);
        assertOtherShape(base.packet(Scripted.idle("a").writes(Value.area()).build()).build());
        assertOtherShape(otherFirstPacket(Scripted.idle("a").writes(Value.area(8)).build()));
        assertOtherShape(otherFirstPacket(ScriptedOutput.idle("a").writes(Value.area()).build()));
        assertOtherShape(otherFirstPacket(
            Scripted.idle("a").writes(Value.area()).trigger(Trigger.on(Kinds.FEED)).build()));
        assertOtherShape(otherFirstPacket(Scripted.idle("a", Element.LOOP).writes(Value.area()).build()));
    }

    private static Molecule otherFirstPacket(final Packet first)
    {
        return Molecule.named("M").kind(Kinds.FEED).packet(first).packet(Scripted.idle("b").build())
            .ionic("a", "b").build();
    }

    private void assertOtherShape(final Molecule warmUp)
    {
        final ReactorContext context = TestContext.of(directory, molecule, new Script()).warmUpMolecule(warmUp);

        assertThatThrownBy(() -> Reactor.prepare(context)).hasMessageStartingWith(NOT_SOUND +
            "the warm-up molecule has another shape than the molecule, so it would compile other code: [M, [a (");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, -4})
    void shouldRefuseACapacityThatIsNoPowerOfTwo(final int capacity)
    {
        assertThatThrownBy(() -> new BackEdgeBinding("a", capacity, 8, 0))
            .hasMessage("a back edge's capacity is a power of two: capacity=" + capacity);
    }

    @Test
    void shouldRefuseBackEdgesOutOfRange()
    {
        assertThatThrownBy(() -> new BackEdgeBinding("a", 2, -1, 0))
            .hasMessage("an emission has 0 bytes or more: maxInputBytes=-1");
        assertThatThrownBy(() -> new BackEdgeBinding("a", 2, 8, -1))
            .hasMessage("an emission cannot lie before its cause: minimumDelayNanos=-1");
        assertThatThrownBy(() -> new BackEdgeBinding("a", 1 << 25, 8, 0)).hasMessage("a back edge stays under " +
            "2 GiB, so that an int addresses its bytes: capacity=33554432 maxInputBytes=8");
    }

    @Test
    void shouldGiveAHandlerWhatItDeclared()
    {
        final Molecule asking = asking(context ->
        {
            assertThat(context.packet()).isEqualTo("c");
            assertThat(context.isWarmUp()).isFalse();
            assertThat(context.area("a", Value.class)).isSameAs(context.area("a", Value.class));
            assertThat(context.area("c", Value.class)).isNotNull();
            assertThat(context.resource("r", CharSequence.class)).isEqualTo("table");
            assertThat(context.emitter(16).slab()).isNotNull();
        });

        Reactor.prepare(context(asking)).close();
    }

    @Test
    void shouldRefuseWhatAHandlerDidNotDeclare()
    {
        assertRefused(context -> context.area("b", Value.class), "packet c reads the area of b, but no ionic bond " +
            "orders the two; add ionic(\"b\", \"c\")");
        assertRefused(context -> context.area("plain", Value.class),
            "packet c reads the area of plain, which declares none; add writes(...) to it");
        assertRefused(context -> context.area("a", InstanceHeader.class), "packet c reads the area of a as " +
            "io.packetflow.engine.packet.InstanceHeader, but it is declared as io.packetflow.engine.fixture.Value");
        assertRefused(context -> context.resource("s", String.class),
            "packet c does not use the resource s; add uses(\"s\") to it");
        assertRefused(context -> context.resource("r", Integer.class),
            "packet c uses the resource r as java.lang.Integer, but it is a java.lang.String");
        assertRefused(context -> context.emitter(24),
            "packet c emits up to 24 bytes, but its back edge is declared with 16");
        assertRefused(context ->
        {
            context.count("twice", () -> 1);
            context.count("twice", () -> 2);
        }, "packet c counts 'twice' twice");
    }

    @Test
    void shouldRefuseAnEmitterWithoutBackEdge()
    {
        final ReactorContext context =
            TestContext.of(directory, asking(asked -> asked.emitter(8)), new Script());

        assertThatThrownBy(() -> Reactor.prepare(context)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("packet c emits instances, but no back edge is declared for it; add backEdge(...) to the " +
                "reactor's context");
    }

    /** What a handler asks of its context when it is made. */
    private interface Question
    {
        void ask(PacketContext context);
    }

    private void assertRefused(final Question question, final String message)
    {
        final ReactorContext context = context(asking(question));

        assertThatThrownBy(() -> Reactor.prepare(context)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage(message);
    }

    private ReactorContext context(final Molecule asking)
    {
        return TestContext.of(directory, asking)
            .source("feed", ScriptedSource.class, warmUp -> new ScriptedSource(new Script()))
            .backEdge(new BackEdgeBinding("c", 2, 16, 0));
    }

    /** Packet c comes after a and plain and asks; b is not bonded to it. */
    private static Molecule asking(final Question question)
    {
        return Molecule.named("M").kind(Kinds.FEED)
            .resource("r", String.class, arena -> "table").resource("s", String.class, arena -> "other")
            .packet(Scripted.idle("a").writes(Value.area()).build())
            .packet(Scripted.idle("b").writes(Value.area()).build())
            .packet(Scripted.idle("plain").build())
            .packet(Scripted.packet("c", context ->
            {
                question.ask(context);
                return () -> Scripted.CONTINUE;
            }).writes(Value.area()).uses("r").build())
            .ionic("a", "plain", "c").build();
    }
}
