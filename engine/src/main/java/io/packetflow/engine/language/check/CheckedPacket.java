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

import java.util.Optional;

import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.layout.record.RecordLayout;

/**
 * Cold path. A packet of a program.
 *
 * @param constituent what it is, as chemistry and analysis see it
 * @param payload the fields that it writes, if any
 * @param handler full name of the Java class whose code runs when it fires, if one is named
 * @param area full name of the Java class of the flyweight through which its payload is read, if one is named
 * @param source that declares it
 * @param definition as written
 */
public record CheckedPacket(
    Constituent constituent,
    Optional<RecordLayout> payload,
    Optional<String> handler,
    Optional<String> area,
    SourceFile source,
    Definition.Packet definition)
{
    /** Key of the property that names the function which computes its payload. */
    public static final String PROCESS = "process";

    /** Returns the call of the function that computes its payload, if there is one and it has the form of one. */
    public Optional<Expression.Call> process()
    {
        return definition.properties().stream().filter(entry -> entry.key().text().equals(PROCESS))
            .map(Entry::value).filter(CheckedPacket::isProcess).map(Expression.Call.class::cast).findFirst();
    }

    /** Returns whether an expression is {@code f(Book, input)}: a function of packets and the input. */
    static boolean isProcess(final Expression value)
    {
        return value instanceof Expression.Call call && call.function() instanceof Expression.Name &&
            call.arguments().stream().allMatch(argument -> argument instanceof Argument.Positional &&
            argument.value() instanceof Expression.Name name &&
            (name.text().equals("input") || Character.isUpperCase(name.text().charAt(0))));
    }

    /** Returns its name. */
    public String name()
    {
        return constituent.name();
    }
}
