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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.types.TypedPacket;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.layout.record.RecordLayout;

/** Cold path. A packet whose function is evaluated for each instance. */
public final class EvaluatedHandler implements PacketHandler
{
    private final Evaluator evaluator;
    private final TypedPacket packet;
    private final Optional<Expression> guard;
    private final Map<String, RecordLayout> payloads;
    private final Map<String, RecordView> views = new LinkedHashMap<>();
    private final PacketContext context;

    /**
     * Makes a handler.
     *
     * @param evaluator of the program
     * @param packet whose function it evaluates
     * @param guard condition of its trigger
     * @param payloads layouts of what it reads and writes, by packet
     * @param context of the running molecule
     */
    EvaluatedHandler(
        final Evaluator evaluator, final TypedPacket packet, final Optional<Expression> guard,
        final Map<String, RecordLayout> payloads, final PacketContext context)
    {
        this.evaluator = evaluator;
        this.packet = packet;
        this.guard = guard;
        this.payloads = payloads;
        this.context = context;
        payloads.keySet().forEach(name -> views.put(name, context.area(name, RecordView.class)));
    }

    @Override
    public int onInstance()
    {
        final Map<String, Object> names = new LinkedHashMap<>();
        payloads.forEach((name, layout) ->
        {
            if (!name.equals(packet.name()))
            {
                names.put(name, views.get(name).read(layout));
            }
        });
        input().ifPresent(fields -> names.put(TypedPacket.INPUT, fields));
        if (guard.isPresent() && !(Boolean)evaluator.value(guard.get(), names))
        {
            packet.packet().payload().ifPresent(layout -> views.get(packet.name()).clear(layout));
            return CONTINUE;
        }
        final List<Object> arguments = new ArrayList<>();
        packet.arguments().forEach(argument -> arguments.add(names.get(argument.name())));
        final Object result = evaluator.call(packet.function().name(), arguments);
        if (result instanceof Evaluator.Atom atom && atom.name().equals(TypedPacket.STOP))
        {
            return STOP;
        }
        packet.packet().payload().ifPresent(
            layout -> views.get(packet.name()).write(layout, (Map<?, ?>)result));
        return CONTINUE;
    }

    private Optional<Map<String, Object>> input()
    {
        return packet.inputs().stream().filter(input -> input.kind().code() == context.header().kind())
            .map(CheckedInput::fields).flatMap(Optional::stream).findFirst().map(layout ->
            {
                final RecordView view = new RecordView(context.input().slab());
                view.wrap(context.input().slab(), context.input().offset());
                return view.read(layout);
            });
    }
}
