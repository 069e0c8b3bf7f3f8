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
 * Commands to a running engine, through a file that only its owner may write.
 *
 * <p>An engine makes a {@link io.packetflow.engine.control.ControlFile} in a directory of its owner; its sequencing
 * node polls the {@link io.packetflow.engine.control.ControlSource} over it and makes each command a control instance
 * (group MC), which is ordered and handled like every other. A
 * {@link io.packetflow.engine.control.ControlClient} in another process writes commands and waits until they are taken.
 *
 * <p>Design note: the file is a small ring of fixed records with many writers and one reader. A slot's state word
 * carries the sequence that it is free or ready for, so a writer claims it with one compare-and-set and the reader asks
 * with one acquire. A writer that dies in the middle would block those behind it; the next writer that waits sees that
 * the claimer is gone and turns its record into one that does nothing.
 *
 * <p>May import: {@code engine.packet}, {@code engine.molecule}, {@code engine.telemetry}, Agrona's buffers.
 */
package io.packetflow.engine.control;
