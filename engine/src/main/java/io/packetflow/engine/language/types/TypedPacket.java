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

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.engine.language.check.CheckedPacket;
import io.packetflow.engine.language.syntax.Expression;

/**
 * Cold path. A packet whose behaviour is written in the language, typed in its molecule.
 *
 * @param packet that it is
 * @param kinds names of the kinds of instances that fire it; nothing where all do
 * @param inputs the kinds whose input it may read, all of {@code kinds} that have fields
 * @param guard condition of its trigger, if it has one
 * @param function that it computes
 * @param arguments what the function and the guard read: variables whose types are views
 */
public record TypedPacket(
    CheckedPacket packet,
    Optional<Set<String>> kinds,
    List<CheckedInput> inputs,
    Optional<Typed> guard,
    Specialisation function,
    List<Variable> arguments)
{
    /** Name under which the input of an instance is handed over. */
    public static final String INPUT = "input";

    /** What a function gives that ends the instance for all ionic descendants. */
    public static final String STOP = "stop";

    /** Copies the lists. */
    public TypedPacket
    {
        kinds = kinds.map(Set::copyOf);
        inputs = List.copyOf(inputs);
        arguments = List.copyOf(arguments);
    }

    /** Returns the names of the packets whose payloads it reads; the input is among them if it reads that. */
    public Set<String> reads()
    {
        return ProcessForm.names(packet);
    }

    /** Returns the condition of its trigger as it is written, if it has one. */
    public Optional<Expression> condition()
    {
        return FiringKinds.condition(packet);
    }

    /** Returns its name. */
    public String name()
    {
        return packet.name();
    }
}
