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
package io.packetflow.engine.language.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.engine.language.check.CheckedPacket;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.periodic.NearestName;

/** Cold path. Types one packet whose behaviour is a function of the program. */
final class ProcessTyping
{
    private final FunctionTyping functions;
    private final CheckedPacket packet;
    private final Map<String, CheckedPacket> readable;
    private final List<CheckedInput> inputs;
    private final FiringKinds kinds;
    private final Report report;
    private final Map<String, Variable> arguments = new LinkedHashMap<>();

    /**
     * Prepares.
     *
     * @param functions of the program
     * @param packet with a process
     * @param readable packets that ionic bonds order before it, by name
     * @param inputs that the molecule declares
     * @param kinds which kinds fire which packet
     */
    ProcessTyping(
        final FunctionTyping functions, final CheckedPacket packet, final Map<String, CheckedPacket> readable,
        final List<CheckedInput> inputs, final FiringKinds kinds)
    {
        this.functions = functions;
        this.packet = packet;
        this.readable = readable;
        this.inputs = inputs;
        this.kinds = kinds;
        this.report = functions.state().report(packet.source());
    }

    /** Returns the packet; nothing where what is wrong was told. */
    Optional<TypedPacket> type()
    {
        final Expression.Call call = packet.process().orElseThrow();
        final Optional<Set<String>> firing = kinds.of(packet.name());
        final Optional<Typed> guard = FiringKinds.condition(packet).map(condition -> guard(condition, firing));
        final List<Variable> given = new ArrayList<>();
        for (final Expression.Name name : ProcessForm.arguments(call))
        {
            argument(name, firing).ifPresent(given::add);
        }
        if (given.size() < call.arguments().size())
        {
            return Optional.empty();
        }
        final String name = ((Expression.Name)call.function()).text();
        final Optional<FunctionTable.Entry> function = functions.state().functions().find(name, given.size());
        if (function.isEmpty())
        {
            unknown(call, name, given.size());
            return Optional.empty();
        }
        final Specialisation specialisation =
            functions.specialise(function.get(), given.stream().map(Variable::type).toList());
        new ResultCheck(packet, report).check(specialisation.result(), call);
        return Optional.of(new TypedPacket(packet, firing, InputFields.of(inputs, firing), guard, specialisation,
            given));
    }

    private void unknown(final Expression.Call call, final String name, final int arity)
    {
        final boolean isDefined = functions.state().functions().isDefined(name);
        if (!functions.state().functions().isUnreadable(name))
        {
            report.unknownName(call.function(), isDefined ? DiagnosticCode.WRONG_ARITY :
                DiagnosticCode.UNKNOWN_FUNCTION, isDefined ? "no clause of " + name + " takes " + arity +
                " argument(s)" : "there is no function " + name, isDefined ? "" : name,
                functions.state().functions().names(), "define it: def " + name + "(...) { ... }");
        }
    }

    private Typed guard(final Expression condition, final Optional<Set<String>> firing)
    {
        final ExpressionTyping expressions = new ExpressionTyping(functions.state(), report, functions);
        for (final Expression.Name name : ProcessForm.mentioned(condition))
        {
            final Optional<Variable> given = argument(name, firing);
            expressions.names().bind(name.text(), given.<Typed>map(Typed.Local::new)
                .orElseGet(() -> new Typed.Opaque(Type.UNKNOWN, name)));
        }
        return expressions.condition(condition);
    }

    private Optional<Variable> argument(final Expression.Name name, final Optional<Set<String>> firing)
    {
        if (name.text().equals(TypedPacket.INPUT))
        {
            if (inputs.stream().noneMatch(input -> input.fields().isPresent()))
            {
                report.tell(name, DiagnosticCode.PROCESS_ARGUMENT, "no input has fields here", "", "",
                    "declare them in the molecule: inputs: %{order: %{price: :price_e4}}");
                return Optional.empty();
            }
            return Optional.of(variable(name.text(), firing));
        }
        if (!readable.containsKey(name.text()))
        {
            report.tell(name, DiagnosticCode.PROCESS_ARGUMENT, name.text() + " is not known to come before " +
                packet.name(), "input, or a packet that ionic bonds order before it", "",
                NearestName.find(name.text(), readable.keySet()) == null ? "add the bond {" + name.text() + ", " +
                packet.name() + ", :ionic}" : "did you mean '" + NearestName.find(name.text(), readable.keySet()) +
                "'?");
            return Optional.empty();
        }
        return payload(name, firing);
    }

    private Optional<Variable> payload(final Expression.Name name, final Optional<Set<String>> firing)
    {
        final CheckedPacket other = readable.get(name.text());
        if (other.payload().isEmpty() || other.process().isEmpty())
        {
            report.tell(name, DiagnosticCode.PROCESS_ARGUMENT, other.payload().isEmpty() ?
                "packet " + other.name() + " has no payload to read" : "the payload of packet " + other.name() +
                " is written by Java code", "a packet with a payload and a process", "",
                other.payload().isEmpty() ? "declare one: payload: %{...}" : "let its values come as inputs");
            return Optional.empty();
        }
        return firesFor(name, firing) ? Optional.of(variable(name.text(), firing)) : Optional.empty();
    }

    /** A payload that was not written for an instance may not be read. */
    private boolean firesFor(final Expression.Name other, final Optional<Set<String>> firing)
    {
        final Optional<Set<String>> written = kinds.of(other.text());
        final boolean isWritten =
            written.isEmpty() || (firing.isPresent() && written.get().containsAll(firing.get()));
        if (!isWritten)
        {
            report.tell(other, DiagnosticCode.PROCESS_ARGUMENT, "packet " + packet.name() +
                " fires for kinds for which " + other.text() + " does not", "kinds among " +
                FiringKinds.text(written.get()), firing.map(FiringKinds::text).orElse("every kind"),
                "trigger: on(" + FiringKinds.text(written.get()) + ")");
        }
        return isWritten;
    }

    private Variable variable(final String name, final Optional<Set<String>> firing)
    {
        return arguments.computeIfAbsent(name, text -> new Variable(text, text.equals(TypedPacket.INPUT) ?
            InputFields.type(inputs, firing) : readable.get(text).payload()
            .<Type>map(layout -> FieldTypes.of(layout, text)).orElse(Type.UNKNOWN)));
    }
}
