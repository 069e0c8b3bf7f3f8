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
package io.packetflow.layout.state;

/**
 * Cold path. Something whose state outlives an instance, and can be saved at a sequence and restored elsewhere: in
 * another process, another plan, another JDK of the same configuration. Measurements are not state.
 */
@FunctionalInterface
public interface Stateful
{
    /**
     * Saves or restores the state; called by the thread that owns it, or by any while all stand still.
     *
     * @param state carries it
     * @throws StateException if what was saved does not fit this component
     */
    void exchange(StateExchange state);
}
