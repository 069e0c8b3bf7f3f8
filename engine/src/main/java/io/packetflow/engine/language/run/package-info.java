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
 * Runs molecules of programs on their own: without a Java program that would bring instances and take results. {@code
 * InputLines} reads instances from lines, {@code InputGenerator} makes them; both fill an {@code InputTable}, which a
 * {@code ProgramSource} sends. A {@code RunProbe} behind the last packets measures, and keeps what one packet wrote.
 *
 * <p>{@code ProgramSource}, {@code RunProbe} and {@code RunLog} are hot; all else is cold. May import: language.check,
 * language.build, molecule, packet, plan, reactor, telemetry, layout.
 */
package io.packetflow.engine.language.run;
