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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.NearestName;

/** Cold path. Checks routing policies: a route, then steps with the arguments that they have. */
final class PolicyChecker
{
    private static final String ROUTE = "route";
    private static final String ROUTE_FORM = "route(:group, :element) |> step(...) |> ...";

    private final List<CheckedReactor.Node> nodes;
    private final Scope scope;

    PolicyChecker(final List<CheckedReactor.Node> nodes, final Scope scope)
    {
        this.nodes = nodes;
        this.scope = scope;
    }

    Optional<CheckedReactor.Policy> check(final Expression policy)
    {
        final List<Expression> steps = policy instanceof Expression.Pipe pipe ? pipe.steps() : List.of(policy);
        final Optional<Element> element = route(steps.get(0));
        final List<CheckedReactor.Step> checked = new ArrayList<>();
        steps.stream().skip(1).forEach(step -> step(step).ifPresent(checked::add));
        final Optional<CheckedReactor.Policy> result =
            element.map(value -> new CheckedReactor.Policy(value, checked));
        result.ifPresent(value -> new PolicyRules(policy, value, nodes, scope).check());
        return result;
    }

    private Optional<Element> route(final Expression step)
    {
        final boolean isRoute = step instanceof Expression.Call call && name(call).equals(ROUTE) &&
            call.arguments().size() == 2 &&
            call.arguments().stream().allMatch(argument -> argument instanceof Argument.Positional positional &&
            positional.value() instanceof Expression.Atom);
        if (!isRoute)
        {
            scope.report(scope.at(step, DiagnosticCode.POLICY_WITHOUT_ROUTE, "a policy begins with a route")
                .expected(ROUTE_FORM, ""));
            return Optional.empty();
        }
        final List<Argument> atoms = ((Expression.Call)step).arguments();
        return ElementReader.element(
            (Expression.Atom)atoms.get(0).value(), (Expression.Atom)atoms.get(1).value(), scope);
    }

    private Optional<CheckedReactor.Step> step(final Expression step)
    {
        final Optional<RoutingFunction> function = step instanceof Expression.Call call ?
            RoutingFunction.of(name(call)) : Optional.empty();
        if (function.isEmpty())
        {
            final String wanted = step instanceof Expression.Call call ? name(call) :
                step instanceof Expression.Name name ? name.text() : "";
            scope.report(scope.at(step, DiagnosticCode.UNKNOWN_ROUTING_FUNCTION,
                wanted.isEmpty() ? "this is no step of a policy" : "there is no routing function " + wanted)
                .expected("one of " + String.join(", ", RoutingFunction.all()), "")
                .didYouMean(NearestName.find(wanted, RoutingFunction.all())));
            return Optional.empty();
        }
        final Expression.Call call = (Expression.Call)step;
        checkArguments(call, function.get());
        if (function.get() == RoutingFunction.ASSIGN)
        {
            checkPool(call);
        }
        return Optional.of(new CheckedReactor.Step(function.get(), call.arguments()));
    }

    private static String name(final Expression.Call call)
    {
        return call.function() instanceof Expression.Name name ? name.text() : "";
    }

    private void checkArguments(final Expression.Call call, final RoutingFunction function)
    {
        final RoutingSignature signature = RoutingSignature.of(function);
        int positional = 0;
        final Set<String> missing = new TreeSet<>(signature.named().keySet());
        for (final Argument argument : call.arguments())
        {
            if (argument instanceof Entry entry)
            {
                missing.remove(entry.key().text());
                checkNamed(entry, signature, function);
            }
            else if (positional >= signature.positional().size())
            {
                refuse(argument.value(), function, "an argument too many");
            }
            else
            {
                checkKind(argument.value(), signature.positional().get(positional++), function);
            }
        }
        if (positional < signature.positional().size())
        {
            refuse(call, function, "an argument is missing");
        }
        else if (!missing.isEmpty())
        {
            refuse(call, function, "missing: " + String.join(", ", missing));
        }
    }

    private void checkNamed(final Entry entry, final RoutingSignature signature, final RoutingFunction function)
    {
        final String key = entry.key().text();
        if (signature.named().containsKey(key))
        {
            checkKind(entry.value(), signature.named().get(key), function);
            return;
        }
        scope.report(scope.at(entry.key(), DiagnosticCode.ROUTING_ARGUMENTS,
            function + " has no argument " + key).expected(function.example(), "")
            .didYouMean(NearestName.find(key, signature.named().keySet())));
    }

    private void checkKind(final Expression value, final RoutingSignature.Kind kind, final RoutingFunction function)
    {
        if (!kind.accepts(value))
        {
            refuse(value, function, kind.demand());
        }
    }

    private void refuse(final Expression place, final RoutingFunction function, final String message)
    {
        scope.report(scope.at(place, DiagnosticCode.ROUTING_ARGUMENTS, function + ": " + message)
            .expected(function.example(), ""));
    }

    private void checkPool(final Expression.Call call)
    {
        if (call.arguments().isEmpty() || !(call.arguments().get(0).value() instanceof Expression.Atom pool))
        {
            return;
        }
        final String plain = PoolNames.plain(pool.text());
        final List<String> known = nodes.stream().map(PoolNames::plain).toList();
        if (!known.contains(plain) && !known.contains(pool.text()))
        {
            scope.report(scope.at(pool, DiagnosticCode.UNKNOWN_POOL, "no node belongs to the pool :" + pool.text())
                .didYouMean(NearestName.find(plain, known)));
        }
    }
}
