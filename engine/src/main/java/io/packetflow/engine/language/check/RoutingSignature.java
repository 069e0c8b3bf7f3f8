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

import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Unit;

/**
 * Cold path. The arguments of a routing function; all are needed.
 *
 * @param positional what those without a name are, in their order
 * @param named what the others are
 */
record RoutingSignature(List<Kind> positional, Map<String, Kind> named)
{
    /** What an argument may be. */
    enum Kind
    {
        /** Any expression. */
        CONDITION("this must be a condition"),
        /** An atom. */
        ATOM("this must be an atom"),
        /** A whole number above 0. */
        COUNT("this must be a whole number above 0"),
        /** A duration, or a whole number of milliseconds. */
        TIME("this must be a duration, or a number of milliseconds");

        private final String demand;

        Kind(final String demand)
        {
            this.demand = demand;
        }

        String demand()
        {
            return demand;
        }

        boolean accepts(final Expression value)
        {
            final boolean isCount = value instanceof Expression.WholeNumber number && number.value() > 0;
            return switch (this)
            {
                case CONDITION -> true;
                case ATOM -> value instanceof Expression.Atom;
                case COUNT -> isCount;
                case TIME -> isCount ||
                    (value instanceof Expression.Measure measure && measure.unit().kind() == Unit.Kind.DURATION);
            };
        }
    }

    static RoutingSignature of(final RoutingFunction function)
    {
        return switch (function)
        {
            case WHEN -> new RoutingSignature(List.of(Kind.CONDITION), Map.of());
            case CONSISTENT_HASH, ASSIGN, LOAD_BALANCE -> new RoutingSignature(List.of(Kind.ATOM), Map.of());
            case REPLICATE -> new RoutingSignature(List.of(), Map.of("factor", Kind.COUNT));
            case BATCH -> new RoutingSignature(List.of(), Map.of("size", Kind.COUNT, "timeout", Kind.TIME));
            case ROUTE_BY_GEOGRAPHY -> new RoutingSignature(List.of(), Map.of());
        };
    }
}
