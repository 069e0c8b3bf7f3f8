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

import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. A reactor of a program.
 *
 * @param name of the reactor
 * @param nodes in order of declaration
 * @param policies in order of declaration; the first whose route and conditions fit decides
 * @param source that declares it
 */
public record CheckedReactor(String name, List<Node> nodes, List<Policy> policies, SourceFile source)
{
    /** Copies the lists. */
    public CheckedReactor
    {
        nodes = List.copyOf(nodes);
        policies = List.copyOf(policies);
    }

    /**
     * A node, or several that share a pattern.
     *
     * @param pattern name, with a star at its end where it stands for several
     * @param group of the periodic table that it is for
     * @param options what else was declared of it
     */
    public record Node(String pattern, PeriodicGroup group, List<Entry> options)
    {
        /** Copies the list. */
        public Node
        {
            options = List.copyOf(options);
        }

        /** Returns whether it stands for several nodes. */
        public boolean isPool()
        {
            return pattern.endsWith("*");
        }
    }

    /**
     * A routing policy.
     *
     * @param element whose packets it is for
     * @param steps that follow the route
     */
    public record Policy(Element element, List<Step> steps)
    {
        /** Copies the list. */
        public Policy
        {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of a policy.
     *
     * @param function that is called
     * @param arguments as written, checked for the function
     */
    public record Step(RoutingFunction function, List<Argument> arguments)
    {
        /** Copies the list. */
        public Step
        {
            arguments = List.copyOf(arguments);
        }
    }
}
