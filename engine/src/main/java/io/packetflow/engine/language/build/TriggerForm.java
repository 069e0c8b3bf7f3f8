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
package io.packetflow.engine.language.build;

/** Cold path. How a packet's trigger is written. */
public enum TriggerForm
{
    /** Not at all: it fires for each instance. */
    UNDECLARED,
    /** {@code :always}. */
    ALWAYS,
    /** {@code on(:kind, ...)}. */
    KINDS,
    /** A text for people: it fires for each instance. */
    TEXT,
    /** A condition or a function, which is compiled with the packet's code. */
    CONDITION
}
