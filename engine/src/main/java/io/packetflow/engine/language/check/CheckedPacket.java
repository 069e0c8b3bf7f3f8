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
import io.packetflow.engine.language.syntax.Definition;
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
    /** Returns its name. */
    public String name()
    {
        return constituent.name();
    }
}
