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
package io.packetflow.engine.interpreter;

import java.nio.ByteBuffer;

/**
 * Cold path. An instance that a packet emitted into its own molecule.
 *
 * @param kind code of its kind
 * @param timeNanos logical time at which it happens
 * @param input its bytes
 */
public record Emission(int kind, long timeNanos, ByteBuffer input)
{
}
