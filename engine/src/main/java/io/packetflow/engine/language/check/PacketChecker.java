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
package io.packetflow.engine.language.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.packetflow.engine.cost.CostProperty;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.NearestName;
import io.packetflow.layout.record.RecordLayout;

/** Cold path. Checks what one packet declares: its element, and what the rule of its group wants (thesis §3.1.2). */
final class PacketChecker
{
    private static final String TRIGGER = "trigger";
    private static final String PAYLOAD = "payload";
    private static final String RESOURCES = "resources";
    private static final String PARTICIPANTS = "participants";
    private static final String HANDLER = "handler";
    private static final String AREA = "area";
    private static final String PAYLOAD_ORDER = "payload_order";
    private static final List<String> STRUCTURE =
        List.of(TRIGGER, PAYLOAD, PAYLOAD_ORDER, RESOURCES, PARTICIPANTS, HANDLER, AREA, CheckedPacket.PROCESS);
    private static final Pattern CLASS_NAME =
        Pattern.compile("([A-Za-z_$][A-Za-z0-9_$]*\\.)+[A-Za-z_$][A-Za-z0-9_$]*");

    private final Definition.Packet packet;
    private final Scope scope;

    private PacketChecker(final Definition.Packet packet, final Scope scope)
    {
        this.packet = packet;
        this.scope = scope;
    }

    /** Returns the packet, as far as it is known what element it is. */
    static Optional<CheckedPacket> check(final Definition.Packet packet, final Scope scope)
    {
        return new PacketChecker(packet, scope).check();
    }

    private Optional<CheckedPacket> check()
    {
        final Optional<Element> element = ElementReader.element(packet.group(), packet.element(), scope);
        final String trigger = entry(TRIGGER).map(entry -> TriggerReader.read(entry, scope)).orElse("");
        final List<String> resources = entry(RESOURCES)
            .map(entry -> Values.names(entry, "resources, such as [:book, :limits]", scope)).orElse(List.of());
        final List<String> participants = entry(PARTICIPANTS)
            .map(entry -> Values.names(entry, "packets, such as [Strategy, Router]", scope)).orElse(List.of());
        final Optional<RecordLayout> payload = payload();
        final Optional<String> handler = entry(HANDLER).flatMap(this::className);
        final Optional<String> area = entry(AREA).flatMap(this::className);
        entry(CheckedPacket.PROCESS).ifPresent(this::checkProcess);
        checkCosts();
        element.ifPresent(value -> checkGroup(value, trigger, resources, participants));
        return element.map(value -> new CheckedPacket(
            new Constituent(packet.name().text(), value, trigger, payload.map(RecordLayout::size).orElse(0), resources,
            participants, annotations()), payload, handler, area, scope.source(), packet));
    }

    private Optional<Entry> entry(final String key)
    {
        return Values.entry(packet.properties(), key);
    }

    private Optional<RecordLayout> payload()
    {
        // A name that no record may have is reported where names are claimed.
        return packet.name().text().startsWith("_") ? Optional.empty() :
            entry(PAYLOAD).flatMap(this::payload);
    }

    private Optional<RecordLayout> payload(final Entry entry)
    {
        return PayloadReader.read(packet.name().text(), entry, isInDeclaredOrder(), scope);
    }

    private boolean isInDeclaredOrder()
    {
        final Optional<Entry> order = entry(PAYLOAD_ORDER);
        final boolean isDeclared =
            order.isPresent() && order.get().value() instanceof Expression.Atom atom && atom.text().equals("declared");
        if (order.isPresent() && !isDeclared)
        {
            scope.wrongForm(order.get().value(), "this is no order of fields",
                ":declared; without it fields are placed by descending size");
        }
        return isDeclared;
    }

    private Optional<String> className(final Entry entry)
    {
        if (!(entry.value() instanceof Expression.Text text))
        {
            scope.wrongForm(entry.value(), entry.key() + " is a string",
                "the name of a class, \"com.example.Book" +
                (entry.key().text().equals(AREA) ? "Area" : "Handler") + "\"");
            return Optional.empty();
        }
        if (!CLASS_NAME.matcher(text.value()).matches())
        {
            scope.report(scope.at(entry.value(), DiagnosticCode.HANDLER_NOT_A_CLASS,
                "'" + text.value() + "' is no class name").expected(
                "the full name of a Java class in a package, such as \"com.example.BookHandler\"", ""));
            return Optional.empty();
        }
        return Optional.of(text.value());
    }

    private void checkProcess(final Entry process)
    {
        if (!CheckedPacket.isProcess(process.value()))
        {
            scope.wrongForm(process.value(), "process is no function of packets and the input",
                "a call, such as quote(Book, input)");
        }
        entry(HANDLER).ifPresent(handler -> scope.report(scope.at(process.key(), DiagnosticCode.TWO_BEHAVIOURS,
            "packet " + packet.name() + " has a process and a handler").suggestion("take one of them away")));
    }

    private void checkCosts()
    {
        for (final Entry entry : packet.properties())
        {
            final String text = Values.text(entry.value());
            CostProperty.of(entry.key().text()).filter(property -> !property.isReadable(text)).ifPresent(
                property -> scope.report(scope.at(entry.value(), DiagnosticCode.UNREADABLE_COST,
                property + " of packet " + packet.name() + " cannot be read").expected(property.form(), "")));
        }
    }

    private void checkGroup(
        final Element element, final String trigger, final List<String> resources, final List<String> participants)
    {
        switch (element.group())
        {
            case ED -> require(entry(TRIGGER).isPresent() || !trigger.isEmpty(), element, DiagnosticCode.NO_TRIGGER,
                "is event driven and declares no trigger", TRIGGER, "trigger: on(:kind)");
            case CO -> require(participants.stream().distinct().count() > 1, element,
                DiagnosticCode.TOO_FEW_PARTICIPANTS, "is collective and names " +
                participants.stream().distinct().count() + " participant(s)", PARTICIPANTS, "participants: [A, B]");
            case RM -> require(!resources.isEmpty(), element, DiagnosticCode.NO_RESOURCE,
                "manages resources and names none", RESOURCES, "resources: [:name]");
            case CF, DF, MC ->
            {
                // Their rules hold by construction.
            }
            default -> throw new IllegalStateException("the table has six groups: " + element.group());
        }
    }

    private void require(
        final boolean holds, final Element element, final DiagnosticCode code, final String message, final String key,
        final String form)
    {
        if (!holds)
        {
            final Diagnostic diagnostic = scope.at(packet.name(), code, "packet " + packet.name() + " (" +
                element.qualifiedSymbol() + ") " + message).rule(element.group().title() + " packets are " +
                element.group().rule());
            final String near = entry(key).isPresent() ? null : NearestName.find(key, packet.properties().stream()
                .map(entry -> entry.key().text()).filter(name -> !STRUCTURE.contains(name)).toList());
            scope.report(diagnostic.suggestion(near == null ? "add " + form :
                "'" + near + "' is an annotation; did you mean '" + key + "'?"));
        }
    }

    private Map<String, String> annotations()
    {
        final Map<String, String> annotations = new TreeMap<>(Values.texts(packet.properties()));
        annotations.keySet().removeAll(STRUCTURE);
        return annotations;
    }
}
