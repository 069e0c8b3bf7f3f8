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
/**
 * Makes molecules that run of programs that are checked. A {@link io.packetflow.engine.language.build.ProgramHost} is
 * what the Java program around it supplies: resources, kinds of instances, objects for handlers. What is missing or of
 * the wrong shape is a diagnostic with its place, like everything else that is wrong with a program.
 *
 * <pre>
 *   CheckedProgram --> Blueprint --> MoleculeAssembler (HandlerClass, AreaClass) --> Molecule, or misfits
 *                        |  ^
 *                   a file of it, made at build time, for programs that are shipped and shall start fast
 * </pre>
 *
 * <p>A {@link io.packetflow.engine.language.build.Blueprint} has all that building needs and no text, so a shipped
 * program starts without the parser. What such a start runs has loops where others have streams: each lambda is linked
 * when it is met first, which takes a fresh JVM half a millisecond. The molecule is built through {@link
 * io.packetflow.engine.molecule.Molecule.Builder}: all rules of molecules apply.
 *
 * <p>Cold throughout. May import: language.check, language.source, language.syntax, language.diagnostic, molecule,
 * packet, periodic, reactor (back edges), layout.
 */
package io.packetflow.engine.language.build;
