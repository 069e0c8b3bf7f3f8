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
 * {@code packetflow journal}: what a journal holds, without the molecule that wrote it. Nothing here takes a journal's
 * lock, so all of it may run beside an engine; only {@code prune} removes files, and none that a running engine uses.
 *
 * <p>{@code JournalView} is a journal's directory as a command reads it; other modules hang commands of their own under
 * {@code journal} (see {@link io.packetflow.engine.cli.CommandContributor#subcommands}).
 *
 * <p>Cold path throughout. May import: picocli, engine.cli, ringbuffers, layout.
 */
package io.packetflow.engine.cli.journal;
