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
package io.packetflow.engine.language.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.packetflow.engine.codegen.JavaWriter;
import io.packetflow.engine.language.types.Specialisation;

/** Cold path. What the methods of one handler class share: names, atoms, functions that became methods. */
final class ClassParts
{
    private final JavaNames methodNames = new JavaNames(Set.of("onInstance", "stateHash", "equals", "hashCode",
        "toString", "getClass", "notify", "notifyAll", "wait", "clone", "finalize"));
    private final Map<Specialisation, String> methods = new LinkedHashMap<>();
    private final Deque<Specialisation> unwritten = new ArrayDeque<>();
    private final Map<String, String> atoms = new LinkedHashMap<>();
    private final ConstantNames atomNames = new ConstantNames();
    private final List<String> written = new ArrayList<>();
    private final Set<String> fieldNames;
    private final Views views;
    private final Weights weights = new Weights();

    ClassParts(final Set<String> fieldNames, final Views views)
    {
        this.fieldNames = new TreeSet<>(fieldNames);
        this.views = views;
    }

    Views views()
    {
        return views;
    }

    Weights weights()
    {
        return weights;
    }

    /** Begins the names of a method. */
    JavaNames localNames()
    {
        return new JavaNames(fieldNames);
    }

    /** Returns the name of the method that a function becomes; it is written once. */
    String method(final Specialisation function)
    {
        return methods.computeIfAbsent(function, added ->
        {
            unwritten.add(added);
            return methodNames.claim(added.name());
        });
    }

    /** Returns a name for a method that holds a part of another one. */
    String partOf(final String method)
    {
        return methodNames.claim(method + "_part");
    }

    /** Returns the next function that has to be written, null where there is none. */
    Specialisation nextUnwritten()
    {
        return unwritten.poll();
    }

    /** Adds a method that was written. */
    void add(final JavaWriter method)
    {
        written.add(method.toString());
    }

    /** Adds the method that the others are parts of. */
    void addFirst(final JavaWriter method)
    {
        written.add(0, method.toString());
    }

    /** Returns the methods that were written, in order. */
    List<String> written()
    {
        return List.copyOf(written);
    }

    /** Returns the constant that stands for an atom. */
    String atom(final String name)
    {
        return atoms.computeIfAbsent(name, added -> atomNames.claim(added));
    }

    /** Returns the constants of all atoms, in the order in which they came up. */
    List<String> atomConstants()
    {
        return List.copyOf(atoms.values());
    }
}
