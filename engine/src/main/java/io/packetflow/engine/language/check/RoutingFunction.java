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

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Cold path. The steps of routing policies (requirement R3). */
public enum RoutingFunction
{
    /** Only packets that fulfil a condition go on in the policy. */
    WHEN("when(condition)"),
    /** Packets with one value of the key go to one replica. */
    CONSISTENT_HASH("consistent_hash(:key)"),
    /** Packets go to several nodes. */
    REPLICATE("replicate(factor: 3)"),
    /** Packets are handed over many at a time. */
    BATCH("batch(size: 1000, timeout: 100ms)"),
    /** Packets go to the nodes of a pool. */
    ASSIGN("assign(:name_pool)"),
    /** Packets go where the metric is lowest. */
    LOAD_BALANCE("load_balance(:metric)"),
    /** Packets go to the nodes of their region. */
    ROUTE_BY_GEOGRAPHY("route_by_geography()");

    private final String example;

    RoutingFunction(final String example)
    {
        this.example = example;
    }

    /** Returns how it is written, with its arguments. */
    public String example()
    {
        return example;
    }

    /** Returns its name in programs. */
    @Override
    public String toString()
    {
        return example.substring(0, example.indexOf('('));
    }

    /**
     * Finds a function.
     *
     * @param name in a program
     * @return the function, if there is one
     */
    public static Optional<RoutingFunction> of(final String name)
    {
        return Arrays.stream(values()).filter(function -> function.toString().equals(name)).findFirst();
    }

    /** Returns the names of all functions. */
    public static List<String> all()
    {
        return Arrays.stream(values()).map(RoutingFunction::toString).toList();
    }
}
