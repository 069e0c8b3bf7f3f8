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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.periodic.PeriodicGroup;

/** Cold path. Checks one reactor: its nodes, then its policies. */
final class ReactorChecker
{
    private static final String NODES = "nodes";
    private static final String POLICIES = "routing_policies";
    private static final Pattern NODE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}\\*?");

    private final Definition.Reactor reactor;
    private final Scope scope;

    private ReactorChecker(final Definition.Reactor reactor, final Scope scope)
    {
        this.reactor = reactor;
        this.scope = scope;
    }

    /** Returns the reactor, if it has no errors. */
    static Optional<CheckedReactor> check(final Definition.Reactor reactor, final Scope scope)
    {
        return new ReactorChecker(reactor, scope).check();
    }

    private Optional<CheckedReactor> check()
    {
        Sections.check(reactor.name(), "reactor", reactor.sections(), List.of(NODES, POLICIES), NODES, scope);
        final List<CheckedReactor.Node> nodes = nodes();
        final List<CheckedReactor.Policy> policies = new ArrayList<>();
        final PolicyChecker checker = new PolicyChecker(nodes, scope);
        Values.entry(reactor.sections(), POLICIES).ifPresent(section ->
        {
            if (section.value() instanceof Expression.ListOf list && list.tail().isEmpty())
            {
                list.elements().forEach(policy -> checker.check(policy).ifPresent(policies::add));
            }
            else
            {
                scope.wrongForm(section.value(), "policies are a list", "[route(:df, :pr) |> ..., ...]");
            }
        });
        return scope.hasErrors() ? Optional.empty() :
            Optional.of(new CheckedReactor(reactor.name().text(), nodes, policies, scope.source()));
    }

    private List<CheckedReactor.Node> nodes()
    {
        final List<CheckedReactor.Node> nodes = new ArrayList<>();
        final Set<String> seen = new HashSet<>();
        final Optional<Entry> section = Values.entry(reactor.sections(), NODES);
        if (section.isPresent() && section.get().value() instanceof Expression.ListOf list)
        {
            for (final Expression element : list.elements())
            {
                if (element instanceof Expression.Node node)
                {
                    node(node, seen).ifPresent(nodes::add);
                }
            }
            checkCount(nodes, list);
            if (list.elements().isEmpty())
            {
                scope.report(scope.at(list, DiagnosticCode.MISSING_SECTION, "reactor " + reactor.name() +
                    " has no nodes").suggestion("add node(\"name_*\") { :dataflow }"));
            }
        }
        return nodes;
    }

    private void checkCount(final List<CheckedReactor.Node> nodes, final Expression.ListOf place)
    {
        if (!scope.hasErrors() && nodes.stream().mapToLong(node ->
            NodeOptions.of(node.options()).cores().orElse(1)).sum() > NodeOptions.MAX_CORES)
        {
            scope.report(scope.at(place, DiagnosticCode.NODE_OPTION,
                "the nodes have more than " + NodeOptions.MAX_CORES + " cores together"));
        }
    }

    private Optional<CheckedReactor.Node> node(final Expression.Node node, final Set<String> seen)
    {
        final Optional<PeriodicGroup> group = ElementReader.group(node.group(), scope);
        NodeOptions.check(node.options(), scope);
        final boolean hasName = node.arguments().size() == 1 &&
            node.arguments().get(0) instanceof Argument.Positional positional &&
            positional.value() instanceof Expression.Text text && NODE_NAME.matcher(text.value()).matches();
        if (!hasName)
        {
            scope.report(scope.at(node.arguments().isEmpty() ? node : node.arguments().get(0),
                DiagnosticCode.NODE_NAME, "this is no name of a node")
                .expected("a string such as \"router\" or \"router_*\"", ""));
            return Optional.empty();
        }
        final String name = ((Expression.Text)node.arguments().get(0).value()).value();
        if (!seen.add(name))
        {
            scope.report(scope.at(node.arguments().get(0), DiagnosticCode.DUPLICATE_NODE,
                "the node \"" + name + "\" is declared twice").suggestion("take one away"));
        }
        return group.map(value -> new CheckedReactor.Node(name, value, node.options()));
    }
}
