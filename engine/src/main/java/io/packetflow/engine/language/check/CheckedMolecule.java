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
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. A molecule of a program: what theory sees of it, and what triggers its instances.
 *
 * @param structure of it
 * @param inputs kinds of instances that it declares, in order of declaration; {@code :timer} and {@code :control} are
 *               the engine's own and not among them
 * @param source that declares it
 * @param definition as written
 */
public record CheckedMolecule(
    MolecularStructure structure, List<CheckedInput> inputs, SourceFile source, Definition.Molecule definition)
{
    /** Copies the list. */
    public CheckedMolecule
    {
        inputs = List.copyOf(inputs);
    }

    /** Returns its name. */
    public String name()
    {
        return structure.name();
    }
}
