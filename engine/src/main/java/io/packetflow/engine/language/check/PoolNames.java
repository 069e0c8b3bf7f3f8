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
import java.util.Optional;

import io.packetflow.engine.language.syntax.Expression;

/** Cold path. Which nodes the packets of a policy may go to. By custom the name of a pool ends with {@code _pool}. */
public final class PoolNames
{
    private static final String ENDING = "_pool";

    private PoolNames()
    {
    }

    /**
     * Returns the nodes of a policy.
     *
     * @param policy of a reactor
     * @param nodes of the reactor
     * @return those of the pool that it assigns to, else those of its packets' group; none where there are no such
     */
    public static List<CheckedReactor.Node> of(
        final CheckedReactor.Policy policy, final List<CheckedReactor.Node> nodes)
    {
        final Optional<String> pool = assigned(policy);
        return nodes.stream().filter(node -> pool.isPresent() ? belongs(node, pool.get()) :
            node.group() == policy.element().group()).toList();
    }

    /**
     * Returns the pool of a policy.
     *
     * @param policy of a reactor
     * @return its name, if it has one
     */
    public static Optional<String> assigned(final CheckedReactor.Policy policy)
    {
        return policy.steps().stream().filter(step -> step.function() == RoutingFunction.ASSIGN)
            .flatMap(step -> step.arguments().stream()).map(argument -> argument.value())
            .filter(Expression.Atom.class::isInstance).map(atom -> ((Expression.Atom)atom).text()).findFirst();
    }

    /** Returns what a node or a pool of nodes is called without its star. */
    static String plain(final CheckedReactor.Node node)
    {
        return node.pattern().replaceFirst("_?\\*$", "");
    }

    /** Returns the name of the nodes that a pool consists of. */
    static String plain(final String pool)
    {
        return pool.endsWith(ENDING) ? pool.substring(0, pool.length() - ENDING.length()) : pool;
    }

    private static boolean belongs(final CheckedReactor.Node node, final String pool)
    {
        return plain(node).equals(plain(pool)) || plain(node).equals(pool);
    }
}
