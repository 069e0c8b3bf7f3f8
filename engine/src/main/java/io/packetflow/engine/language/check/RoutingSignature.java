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

import java.math.BigDecimal;
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
        /** A number of nodes. */
        REPLICAS("this must be a whole number from 1 to 64"),
        /** A number of packets. */
        COUNT("this must be a whole number from 1 to 16777216"),
        /** A duration, or a whole number of milliseconds. */
        TIME("this must be a duration, or a number of milliseconds, of an hour at most");

        private static final long MAX_REPLICAS = 64;
        private static final long MAX_COUNT = 1 << 24;
        private static final long MAX_MILLIS = 3_600_000;
        private static final BigDecimal MAX_NANOS = Unit.HOURS.factor();

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
            return switch (this)
            {
                case CONDITION -> true;
                case ATOM -> value instanceof Expression.Atom;
                case REPLICAS -> isWhole(value, MAX_REPLICAS);
                case COUNT -> isWhole(value, MAX_COUNT);
                case TIME -> isWhole(value, MAX_MILLIS) || isDuration(value);
            };
        }

        private static boolean isWhole(final Expression value, final long most)
        {
            return value instanceof Expression.WholeNumber number && number.value() > 0 && number.value() <= most;
        }

        private static boolean isDuration(final Expression value)
        {
            return value instanceof Expression.Measure measure && measure.unit().kind() == Unit.Kind.DURATION &&
                measure.value().compareTo(MAX_NANOS) <= 0;
        }
    }

    static RoutingSignature of(final RoutingFunction function)
    {
        return switch (function)
        {
            case WHEN -> new RoutingSignature(List.of(Kind.CONDITION), Map.of());
            case CONSISTENT_HASH, ASSIGN, LOAD_BALANCE -> new RoutingSignature(List.of(Kind.ATOM), Map.of());
            case REPLICATE -> new RoutingSignature(List.of(), Map.of("factor", Kind.REPLICAS));
            case BATCH -> new RoutingSignature(List.of(), Map.of("size", Kind.COUNT, "timeout", Kind.TIME));
            case ROUTE_BY_GEOGRAPHY -> new RoutingSignature(List.of(), Map.of());
        };
    }
}
