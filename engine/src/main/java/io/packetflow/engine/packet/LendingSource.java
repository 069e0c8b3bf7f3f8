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
package io.packetflow.engine.packet;

/**
 * Hot path. A source whose bytes stay where they are while an instance is processed, so that they need no copy where
 * one loop runs the whole molecule, run to completion. Elsewhere {@link #take} copies them into the slot.
 */
public interface LendingSource extends InstanceSource
{
    /**
     * Takes the next instance like {@link #take}, but lends its bytes instead of copying them.
     *
     * @param header on the claimed slot
     * @param input that is moved to the bytes ({@link InstanceInput#lend}); they do not change until this source is
     *              asked again
     */
    void lend(InstanceHeader header, InstanceInput input);
}
