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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.interpreter.Interpreter;
import io.packetflow.engine.language.FrontEnd;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.eval.EvaluatedPackets;
import io.packetflow.engine.language.fixture.CompiledMolecule;
import io.packetflow.engine.language.fixture.PacketBench;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.language.source.SourceReader;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.packet.DirectCall;
import io.packetflow.engine.packet.PacketHandler;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

class LanguagePacketsTest
{
    private static final int ORDER = InstanceKind.FIRST_FREE_CODE;
    private static final int CANCEL = ORDER + 1;
    private static final int HOT_METHOD_BYTES = 325;

    /**
     * Everything at once: guards, several kinds with a field at different places, texts, narrow fields, a condition.
     */
    private static final String PROGRAM = """
        packet Book {
          :df, :tr,
          payload: %{price: :price_e4, side: :int8, symbol: {:bytes, 6}, share: :uint16},
          process: book(input)
        }
        packet Risk { :df, :pr, payload: %{notional: :price_e4}, trigger: on(:order), process: risk(Book, input) }
        packet Alarm {
          :cf, :br,
          payload: %{text: {:bytes, 8}, late: :timestamp_nanos},
          trigger: Book.share > 3 and input.price > 1.5,
          process: alarm(Book, Risk)
        }
        packet Large { :df, :tr, payload: %{value: :int64}, process: large(input) }

        def book(input) when input.price < 0 { :stop }
        def book(input) {
          side = if input.price > 2 { 1 } else { -1 }
          %{price: input.price, side: side, symbol: input.symbol, share: integer(input.price * 2)}
        }

        def risk(book, input) {
          case {book.side, input.quantity} {
            {1, 0} -> :stop
            {1, n} -> %{notional: book.price * n}
            {_, n} when n > 10 -> %{notional: price(0)}
            _ -> %{notional: -book.price * input.quantity}
          }
        }

        def alarm(book, risk) {
          known = book.symbol == "ABC" or book.symbol == "LONGER"
          text = if known { "known" } else { "?" }
          %{text: text, late: timestamp(scaled(risk.notional, 4)) + 1us}
        }

        def large(input) {
          LINES%{value: vLAST}
        }

        molecule M {
          inputs: %{
            order: %{quantity: :quantity, symbol: {:bytes, 6}, price: :price_e4},
            cancel: %{price: :price_e4, first: :int64, symbol: {:bytes, 6}}
          },
          composition: [Book, Risk, Alarm, Large],
          bonds: [{Book, Risk, :ionic}, {Risk, Alarm, :ionic}]
        }
        """;

    @TempDir
    private static Path directory;

    private static CheckedProgram program;
    private static LanguagePackets code;
    private static Map<String, LanguagePacket> packets;
    private static CheckedProgram chain;
    private static Map<String, LanguagePacket> chainPackets;

    @BeforeAll
    static void compile() throws IOException
    {
        final StringBuilder lines = new StringBuilder("v0 = scaled(input.price, 4)\n");
        for (int i = 1; i < 60; i++)
        {
            lines.append("  v").append(i).append(" = if v").append(i - 1).append(" > 100 { v").append(i - 1)
                .append(" / 3 } else { v").append(i - 1).append(" * 5 + 1 }\n");
        }
        program = Programs.check(PROGRAM.replace("LINES", lines + "  ").replace("LAST", "59"));
        code = CompiledMolecule.sound(program, "M");
        packets = code.packets(directory);
        chain = FrontEnd.check(SourceReader.read(Path.of("examples/chain.pf")));
        chainPackets = CompiledMolecule.sound(chain, "Chain").packets(directory);
    }

    @Test
    void shouldComputeWhatTheProgramSays()
    {
        try (PacketBench bench = new PacketBench(packets))
        {
            order(bench, 25_000, 3, "ABC");
            assertThat(bench.fire("Book")).isEqualTo(PacketHandler.CONTINUE);
            assertThat(bench.fire("Risk")).isEqualTo(PacketHandler.CONTINUE);
            assertThat(bench.payload("Risk").getLong(0)).isEqualTo(75_000);
            assertThat(bench.fire("Alarm")).isEqualTo(PacketHandler.CONTINUE);
            assertThat(new String(bench.payloadBytes("Alarm"), StandardCharsets.US_ASCII)).contains("known   ");

            order(bench, 25_000, 0, "ABC");
            bench.fire("Book");
            assertThat(bench.fire("Risk")).isEqualTo(PacketHandler.STOP);

            order(bench, -1, 0, "ABC");
            assertThat(bench.fire("Book")).isEqualTo(PacketHandler.STOP);
        }
    }

    private static void order(final PacketBench bench, final long priceE4, final int quantity, final String symbol)
    {
        bench.begin(ORDER);
        bench.input().putLong(0, priceE4);
        bench.input().putInt(8, quantity);
        putSymbol(bench, 12, symbol);
    }

    private static void putSymbol(final PacketBench bench, final int offset, final String symbol)
    {
        final byte[] bytes = String.format("%-6s", symbol).getBytes(StandardCharsets.US_ASCII);
        bench.input().putBytes(offset, bytes, 0, bytes.length);
    }

    @Test
    void shouldReadAFieldWhereTheKindOfTheInstanceHasIt()
    {
        final Map<String, LanguagePacket> evaluated = EvaluatedPackets.of(program, program.molecule("M").orElseThrow(),
            CompiledMolecule.kinds(program, "M"));
        for (final int kind : new int[]{ORDER, CANCEL})
        {
            assertThat(outcome(packets, kind)).as("kind " + kind).isEqualTo(outcome(evaluated, kind));
        }
    }

    private static List<String> outcome(final Map<String, LanguagePacket> of, final int kind)
    {
        final List<String> outcome = new ArrayList<>();
        try (PacketBench bench = new PacketBench(of))
        {
            bench.begin(kind);
            bench.input().putLong(0, 35_000);
            bench.input().putLong(8, 4);
            putSymbol(bench, kind == ORDER ? 12 : 16, "LONGER");
            for (final String packet : List.of("Book", "Risk", "Alarm", "Large"))
            {
                if ((of.get(packet).trigger().kindMask() >>> kind & 1) != 0)
                {
                    outcome.add(bench.fire(packet) + " " + Arrays.toString(bench.payloadBytes(packet)));
                }
            }
        }
        return outcome;
    }

    @Test
    void shouldFailAnInstanceWhoseValueDoesNotFitItsField()
    {
        try (PacketBench bench = new PacketBench(packets))
        {
            order(bench, 400_000_000, 1, "ABC");

            assertThatThrownBy(() -> bench.fire("Book")).isInstanceOf(ArithmeticException.class)
                .hasMessage("80000 does not fit into a field of type :uint16");
        }
    }

    @Test
    void shouldFireForTheKindsThatHaveWhatIsRead()
    {
        final long both = (1L << ORDER) | (1L << CANCEL);

        assertThat(packets.get("Book").trigger().kindMask()).isEqualTo(both);
        assertThat(packets.get("Risk").trigger().kindMask()).isEqualTo(1L << ORDER);
        assertThat(packets.get("Alarm").trigger().kindMask()).as("reads Risk").isEqualTo(1L << ORDER);
        assertThat(packets.get("Alarm").trigger().text()).isEqualTo("Book.share > 3 and input.price > 1.5");
    }

    @Test
    void shouldLeaveZerosWhereTheConditionOfAPacketDoesNotHold()
    {
        try (PacketBench bench = new PacketBench(packets))
        {
            order(bench, 12_000, 3, "ABC");
            bench.fire("Book");
            bench.fire("Risk");

            assertThat(bench.fire("Alarm")).isEqualTo(PacketHandler.CONTINUE);
            assertThat(bench.payload("Alarm").getLong(0)).isZero();
            assertThat(bench.payload("Alarm").getLong(Long.BYTES)).isZero();
        }
    }

    @Test
    void shouldBeCallableByGeneratedCode()
    {
        packets.values().forEach(packet ->
        {
            assertThat(DirectCall.isPossible(packet.handlerClass())).isTrue();
            packet.area().ifPresent(area -> assertThat(DirectCall.isPossible(area.view())).isTrue());
        });
    }

    @Test
    void shouldKeepEveryMethodBelowWhatTheJitInlines() throws IOException
    {
        for (final LanguagePacket packet : packets.values())
        {
            final Class<?> type = packet.handlerClass();
            try (InputStream bytes = type.getResourceAsStream(type.getSimpleName() + ".class"))
            {
                new ClassReader(bytes).accept(new SizeCheck(), 0);
            }
        }
    }

    @Test
    void shouldWriteReadableJava()
    {
        final GeneratedSource source = CompiledMolecule.sound(chain, "Chain").sources().stream()
            .filter(generated -> generated.simpleName().startsWith("MixHandler")).findFirst().orElseThrow();

        assertThat(source.text().replaceAll("_[0-9a-f]{16}", "")).isEqualTo("""
            package io.packetflow.generated;

            import io.packetflow.engine.packet.PacketContext;
            import io.packetflow.engine.packet.PacketHandler;

            /** Hot path. Packet Mix, line 3: mix(Add). */
            public final class MixHandler implements PacketHandler
            {
                private final AddArea add;
                private final MixArea own;

                public MixHandler(final PacketContext context)
                {
                    add = context.area("Add", AddArea.class);
                    own = context.area("Mix", MixArea.class);
                }

                @Override
                public int onInstance()
                {
                    final long shifted = add.value() >>> 7L;
                    own.value(add.value() ^ shifted);
                    return CONTINUE;
                }
            }
            """);
    }

    @Test
    void shouldGiveTheSameSourcesForTheSameProgram()
    {
        assertThat(CompiledMolecule.sound(program, "M").sources()).isEqualTo(code.sources());
    }

    @Test
    void shouldLoadWhatWasCompiledBefore() throws IOException
    {
        try (Stream<Path> files = Files.list(directory))
        {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("-[0-9a-f]{16}", "")))
                .containsExactlyInAnyOrder("M.jar", "Chain.jar");
        }
        final ClassLoader loader = packets.get("Book").handlerClass().getClassLoader();

        assertThat(code.packets(loader).get("Book").handlerClass()).isSameAs(packets.get("Book").handlerClass());
    }

    @Test
    void shouldChainSixPacketsAsTheStepsByHandDo()
    {
        final long[][] inputs = {{1, 2}, {1_000_000, 77}, {-5, 12}, {Long.MAX_VALUE, 3}, {1L << 60, -(1L << 50)}};
        try (PacketBench bench = new PacketBench(chainPackets))
        {
            for (final long[] input : inputs)
            {
                bench.begin(ORDER);
                bench.input().putLong(0, input[0]);
                bench.input().putLong(Long.BYTES, input[1]);
                chain.molecule("Chain").orElseThrow().names().forEach(bench::fire);

                assertThat(bench.payload("Fold").getLong(0)).isEqualTo(byHand(input[0], input[1]));
            }
        }
    }

    private static long byHand(final long first, final long second)
    {
        final long sum = first + second;
        final long mixed = sum ^ (sum >>> 7);
        return (Math.max(mixed + first, second) * 31) ^ sum;
    }

    @Test
    void shouldRunInTheInterpreterCompiledOrEvaluated()
    {
        final Map<String, LanguagePacket> evaluated = EvaluatedPackets.of(chain,
            chain.molecule("Chain").orElseThrow(), CompiledMolecule.kinds(chain, "Chain"));
        for (final Map<String, LanguagePacket> of : List.of(chainPackets, evaluated))
        {
            try (Interpreter interpreter = new Interpreter(molecule(of)))
            {
                interpreter.apply(ORDER, 0, 1, ByteBuffer.allocate(16).order(ByteOrder.nativeOrder()).putLong(5)
                    .putLong(6).flip());
                interpreter.apply(InstanceKind.TIMER.code(), 0, 2, ByteBuffer.allocate(0));

                assertThat(interpreter.instances()).isEqualTo(2);
            }
        }
    }

    private static Molecule molecule(final Map<String, LanguagePacket> of)
    {
        final Molecule.Builder molecule = Molecule.named("Chain").kind(InstanceKind.TIMER);
        chain.declaredMolecule("Chain").orElseThrow().inputs().forEach(input -> molecule.kind(input.kind()));
        chain.packets().forEach(packet ->
        {
            final LanguagePacket language = of.get(packet.name());
            molecule.packet(handled(Packet.named(packet.name(), packet.constituent().element())
                .trigger(language.trigger()).writes(language.area().orElseThrow()), language).build());
        });
        chain.molecule("Chain").orElseThrow().bonds().forEach(molecule::bond);
        return molecule.build();
    }

    private static Packet.Builder handled(final Packet.Builder packet, final LanguagePacket language)
    {
        return handler(packet, language.handlerClass(), language);
    }

    private static <H extends PacketHandler> Packet.Builder handler(
        final Packet.Builder packet, final Class<H> type, final LanguagePacket language)
    {
        return packet.handler(type, context -> type.cast(language.factory().create(context)));
    }

    @Test
    void shouldSayWhatHasNoFormInCompiledCode()
    {
        assertThat(CompiledMolecule.of(Programs.check(UncompiledPrograms.PACKET_AS_VALUE), "M").diagnostics())
            .hasToString("[test.pf:3:54: error PF3206: packet A computes something that has no form in compiled code]");
    }

    private static final class SizeCheck extends ClassVisitor
    {
        private SizeCheck()
        {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
            final int access,
            final String method,
            final String descriptor,
            final String signature,
            final String[] exceptions)
        {
            return new CodeSizeEvaluator(null)
            {
                @Override
                public void visitEnd()
                {
                    assertThat(getMaxSize()).as(method).isLessThan(HOT_METHOD_BYTES);
                }
            };
        }
    }
}
