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
package io.packetflow.ringbuffers.journal.write;

/**
 * Cold path. Why a journal stopped for good. There is no way on in this process: the gate stays where it is, and a new
 * epoch begins only after the cause is gone.
 *
 * @param message cause, place and remedy
 * @param cause what was thrown
 */
public record JournalFailure(String message, Throwable cause)
{
}
