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

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.MapItem;
import io.packetflow.engine.language.syntax.SyntaxNode;
import io.packetflow.engine.language.syntax.UnaryOperator;
import io.packetflow.engine.periodic.NearestName;

/** Cold path. Types the expressions of one function body, in the scope of its names. */
final class ExpressionTyping
{
    private final TypingState state;
    private final Report report;
    private final Bindings names = new Bindings();
    private final Literals literals;
    private final Operators operators;
    private final BlockTyping blocks;
    private final ClauseTyping clauses;
    private final CallTyping calls;

    ExpressionTyping(final TypingState state, final Report report, final FunctionTyping functions)
    {
        this.state = state;
        this.report = report;
        this.literals = new Literals(report, state.packets());
        this.operators = new Operators(report);
        final Patterns patterns = new Patterns(literals, operators);
        this.blocks = new BlockTyping(this, names, patterns, report);
        this.clauses = new ClauseTyping(this, names, patterns, report);
        this.calls = new CallTyping(state, report, functions, operators);
    }

    TypingState state()
    {
        return state;
    }

    Bindings names()
    {
        return names;
    }

    BlockTyping blocks()
    {
        return blocks;
    }

    ClauseTyping clauses()
    {
        return clauses;
    }

    Operators operators()
    {
        return operators;
    }

    /** Returns an expression with its type; what is wrong with it is told. */
    Typed type(final Expression expression)
    {
        final boolean isTooDeep = state.enter();
        try
        {
            return isTooDeep ? tooLarge(expression) : limited(typeAny(expression), expression);
        }
        finally
        {
            state.leave();
        }
    }

    private Typed tooLarge(final SyntaxNode place)
    {
        if (state.isCompiled())
        {
            report.tell(place, DiagnosticCode.TOO_LARGE_TO_COMPILE, "calls and expressions nest too deeply here",
                TypingLimits.MAX_DEPTH + " levels at most, those of called functions included", "",
                "name parts with assignments");
        }
        return new Typed.Opaque(Type.UNKNOWN, place);
    }

    private Typed limited(final Typed value, final SyntaxNode place)
    {
        if (Simple.parts(value.type()) <= TypingLimits.MAX_PARTS)
        {
            return value;
        }
        if (state.isCompiled())
        {
            report.tell(place, DiagnosticCode.NEEDS_HEAP, "this value has too many parts to be kept in registers",
                TypingLimits.MAX_PARTS + " numbers at most", "", "hand over the parts that are needed");
        }
        return new Typed.Opaque(Type.UNKNOWN, place);
    }

    private Typed typeAny(final Expression expression)
    {
        if (expression instanceof Expression.Name name)
        {
            return name(name);
        }
        if (expression instanceof Expression.FieldOf field)
        {
            return field(field);
        }
        if (expression instanceof Expression.Unary unary)
        {
            final Typed operand = type(unary.operand());
            return unary.operator() == UnaryOperator.NOT ? operators.not(operand, unary) :
                operators.negate(operand, unary);
        }
        if (expression instanceof Expression.Binary binary)
        {
            final Typed left = type(binary.left());
            return operators.binary(binary.operator(), left, type(binary.right()), binary);
        }
        if (expression instanceof Expression.Call call)
        {
            return call(call, Optional.empty());
        }
        if (expression instanceof Expression.Pipe pipe)
        {
            return pipe(pipe);
        }
        if (expression instanceof Expression.Conditional conditional)
        {
            return conditional(conditional);
        }
        if (expression instanceof Expression.Choice choice)
        {
            return clauses.choice(choice);
        }
        return collection(expression);
    }

    private Typed name(final Expression.Name name)
    {
        final Optional<Typed> bound = names.find(name.text());
        if (bound.isPresent())
        {
            return bound.get();
        }
        if (Character.isUpperCase(name.text().charAt(0)))
        {
            return literals.type(name);
        }
        if (!state.functions().isUnreadable(name.text()))
        {
            final boolean isFunction = state.functions().isDefined(name.text());
            report.unknownName(name, DiagnosticCode.UNKNOWN_NAME, name.text() + " stands for nothing here",
                name.text(), names.names(), isFunction ? "call the function: " + name.text() + "(...)" :
                "names are those of parameters, assignments and patterns");
        }
        return new Typed.Opaque(Type.UNKNOWN, name);
    }

    private Typed field(final Expression.FieldOf expression)
    {
        final Typed object = type(expression.object());
        final String field = expression.field().text();
        if (object.type() instanceof Type.Fields fields)
        {
            if (fields.fields().containsKey(field))
            {
                return Simple.part(object, field);
            }
            report.tell(expression.field(), DiagnosticCode.NO_SUCH_FIELD, "there is no field " + field,
                "one of " + String.join(", ", fields.fields().keySet()), "", NearestName.find(field,
                fields.fields().keySet()) == null ? "" : "did you mean '" + NearestName.find(field,
                fields.fields().keySet()) + "'?");
        }
        else if (!(object.type() instanceof Type.Unknown) && !(object.type() instanceof Type.MapOf) &&
            !(object.type() instanceof Type.Packet))
        {
            report.wrongType(expression.object(), "what stands before ." + field + " has no fields",
                "a payload, an input or a map", object.type());
        }
        return new Typed.Opaque(Type.UNKNOWN, expression);
    }

    private Typed call(final Expression.Call call, final Optional<Typed> piped)
    {
        final List<Typed> arguments = new ArrayList<>();
        piped.ifPresent(arguments::add);
        boolean isNamed = false;
        for (final Argument argument : call.arguments())
        {
            isNamed |= argument instanceof Entry;
            arguments.add(type(argument.value()));
        }
        if (call.function() instanceof Expression.Name name && names.find(name.text()).isEmpty())
        {
            return calls.call(name, arguments, isNamed, call);
        }
        return calls.callOfValue(type(call.function()), call);
    }

    private Typed pipe(final Expression.Pipe pipe)
    {
        Typed value = type(pipe.steps().get(0));
        for (final Expression step : pipe.steps().subList(1, pipe.steps().size()))
        {
            if (step instanceof Expression.Call call)
            {
                value = call(call, Optional.of(value));
            }
            else if (step instanceof Expression.Name name)
            {
                value = calls.call(name, List.of(value), false, name);
            }
            else
            {
                report.wrongType(step, "a value flows into a function", "a call, f(x), or the name of a function",
                    type(step).type());
                value = new Typed.Opaque(Type.UNKNOWN, step);
            }
        }
        return value;
    }

    private Typed conditional(final Expression.Conditional conditional)
    {
        final List<ClauseTyping.Arm> arms = new ArrayList<>();
        for (final Expression.Branch branch : conditional.branches())
        {
            final Typed condition = condition(branch.condition());
            arms.add(new ClauseTyping.Arm(condition, blocks.value(branch.body())));
        }
        if (conditional.otherwise().isEmpty())
        {
            if (state.isCompiled())
            {
                report.tell(conditional, DiagnosticCode.NO_VALUE, "where no condition holds this has no value",
                    "else { ... }", "", "add else { ... }");
            }
            return new Typed.Opaque(Type.UNKNOWN, conditional);
        }
        return clauses.fold(arms, blocks.value(conditional.otherwise().get()), conditional);
    }

    /** Types a condition; where it is no boolean that is told. */
    Typed condition(final Expression condition)
    {
        final Typed value = type(condition);
        return operators.isTruth(value, condition, "a condition is no boolean") ? value :
            new Typed.Opaque(Type.TRUTH, condition);
    }

    /** Types an expression whose value nobody wants: an if without else is all right. */
    void typeAndForget(final Expression expression)
    {
        if (expression instanceof Expression.Conditional conditional && conditional.otherwise().isEmpty())
        {
            conditional.branches().forEach(branch ->
            {
                condition(branch.condition());
                blocks.value(branch.body());
            });
            return;
        }
        type(expression);
    }

    private Typed collection(final Expression expression)
    {
        if (expression instanceof Expression.Tuple tuple)
        {
            final List<Typed> elements = tuple.elements().stream().map(this::type).toList();
            return new Typed.Sequence(new Type.Tuple(elements.stream().map(Typed::type).toList()), elements);
        }
        if (expression instanceof Expression.ListOf list)
        {
            return list(list);
        }
        if (expression instanceof Expression.MapOf map)
        {
            return map(map);
        }
        if (expression instanceof Expression.Quote || expression instanceof Expression.Unquote ||
            expression instanceof Expression.Node)
        {
            return new Typed.Opaque(Type.UNKNOWN, expression);
        }
        return literals.type(expression);
    }

    private Typed list(final Expression.ListOf list)
    {
        final List<Typed> elements = new ArrayList<>(list.elements().stream().map(this::type).toList());
        Type element = Type.NOTHING;
        for (int i = 0; i < elements.size(); i++)
        {
            final Optional<Type> joined = Joining.join(element, elements.get(i).type());
            if (joined.isEmpty() || joined.get() instanceof Type.OneOf)
            {
                report.wrongType(list.elements().get(i), "a list holds values of one type", element.toString(),
                    elements.get(i).type());
                return new Typed.Opaque(Type.UNKNOWN, list);
            }
            element = joined.get();
        }
        return list.tail().isEmpty() ? new Typed.Sequence(new Type.ListOf(element, elements.size()), elements) :
            longerList(list, elements, element);
    }

    private Typed longerList(final Expression.ListOf list, final List<Typed> elements, final Type element)
    {
        final Typed tail = type(list.tail().orElseThrow());
        if (!(tail.type() instanceof Type.ListOf rest))
        {
            if (!(tail.type() instanceof Type.Unknown))
            {
                report.wrongType(list.tail().get(), "what follows the bar is no list", "a list", tail.type());
            }
            return new Typed.Opaque(new Type.ListOf(Type.UNKNOWN, -1), list);
        }
        final Optional<Type> joined = Joining.join(element, rest.element());
        if (joined.isEmpty() || joined.get() instanceof Type.OneOf)
        {
            report.wrongType(list.tail().get(), "a list holds values of one type", "list of " + element, rest);
            return new Typed.Opaque(Type.UNKNOWN, list);
        }
        if (!(tail instanceof Typed.Sequence) && !(tail instanceof Typed.Local))
        {
            return new Typed.Opaque(new Type.ListOf(joined.get(), -1), list);
        }
        Simple.fields(rest).forEach(field -> elements.add(Simple.part(tail, field)));
        return new Typed.Sequence(new Type.ListOf(joined.get(), elements.size()), elements);
    }

    private Typed map(final Expression.MapOf map)
    {
        final Map<String, Typed> fields = new LinkedHashMap<>();
        for (final MapItem item : map.items())
        {
            final Typed value = type(item.value());
            if (item instanceof Entry entry)
            {
                fields.put(entry.key().text(), value);
            }
            else if (item instanceof MapItem.Pair pair)
            {
                type(pair.key());
                return dynamicMap(map);
            }
        }
        final Map<String, Type> types = new LinkedHashMap<>();
        fields.forEach((name, value) -> types.put(name, value.type()));
        return new Typed.RecordOf(new Type.Fields(types, ""), fields);
    }

    private Typed dynamicMap(final Expression.MapOf map)
    {
        if (state.isCompiled())
        {
            report.tell(map, DiagnosticCode.NEEDS_HEAP, "a map with computed keys needs memory of its own",
                "names as keys: %{price: 1}", "", "");
        }
        return new Typed.Opaque(new Type.MapOf(Type.UNKNOWN, Type.UNKNOWN), map);
    }
}
