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

import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.layout.record.RecordLayout;

/**
 * Cold path. A kind of instance that a molecule declares among its inputs. Its fields lie at the start of the input, as
 * a payload's lie in its area; a kind without fields carries opaque bytes, such as a message as on the wire, or none.
 *
 * @param kind with the code that its place among the declared ones gives it
 * @param fields of the input, if any are declared
 * @param definition as written
 */
public record CheckedInput(InstanceKind kind, Optional<RecordLayout> fields, Entry definition)
{
    /** Returns the name of the kind. */
    public String name()
    {
        return kind.name();
    }
}
