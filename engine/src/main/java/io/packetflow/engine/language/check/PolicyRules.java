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

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.SyntaxNode;

/** Cold path. Checks what the steps of a policy come to together. */
final class PolicyRules
{
    private final SyntaxNode place;
    private final CheckedReactor.Policy policy;
    private final List<CheckedReactor.Node> nodes;
    private final Scope scope;

    PolicyRules(final SyntaxNode place, final CheckedReactor.Policy policy, final List<CheckedReactor.Node> nodes,
        final Scope scope)
    {
        this.place = place;
        this.policy = policy;
        this.nodes = nodes;
        this.scope = scope;
    }

    void check()
    {
        final Set<RoutingFunction> seen = EnumSet.noneOf(RoutingFunction.class);
        for (final CheckedReactor.Step step : policy.steps())
        {
            if (!seen.add(step.function()) && step.function() != RoutingFunction.WHEN)
            {
                conflict(step.function() + " stands in the policy twice", "take one away");
            }
        }
        if (seen.contains(RoutingFunction.CONSISTENT_HASH) && seen.contains(RoutingFunction.LOAD_BALANCE))
        {
            conflict("consistent_hash and load_balance would each choose the node",
                "keep consistent_hash where a key stays on its node, load_balance where any node will do");
        }
        policy.steps().stream().filter(step -> step.function() == RoutingFunction.REPLICATE)
            .findFirst().ifPresent(this::checkReplicas);
    }

    private void conflict(final String message, final String suggestion)
    {
        scope.report(scope.at(place, DiagnosticCode.POLICY_CONFLICT, message).suggestion(suggestion));
    }

    private void checkReplicas(final CheckedReactor.Step replicate)
    {
        if (replicate.arguments().isEmpty() ||
            !(replicate.arguments().get(0).value() instanceof Expression.WholeNumber factor) ||
            !RoutingSignature.Kind.REPLICAS.accepts(factor))
        {
            return;
        }
        final List<CheckedReactor.Node> able = PoolNames.of(policy, nodes);
        final boolean isOpen = able.stream().anyMatch(node ->
            node.isPool() && NodeOptions.of(node.options()).cores().isEmpty());
        final int cores = able.stream().mapToInt(node -> NodeOptions.of(node.options()).cores().orElse(1)).sum();
        if (!isOpen && !able.isEmpty() && factor.value() > cores)
        {
            scope.report(scope.at(factor, DiagnosticCode.TOO_FEW_NODES,
                factor.value() + " replicas need as many nodes, and " + cores + " can have the packets")
                .suggestion("give the nodes more cores, as in node(\"" + able.get(0).pattern() +
                "\") { :" + policy.element().group().longName() + ", cores: " + factor.value() + " }"));
        }
    }
}
