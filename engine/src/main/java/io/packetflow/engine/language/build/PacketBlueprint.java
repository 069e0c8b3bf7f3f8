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

import java.util.List;
import java.util.Optional;

import io.packetflow.layout.record.RecordLayout;

/**
 * Cold path. What the code of one packet is made from; what it is otherwise stands in the structure of its molecule.
 *
 * @param name of the packet
 * @param triggerForm how its trigger is written
 * @param triggerKinds names of the kinds that fire it, for {@link TriggerForm#KINDS}
 * @param handler name of the Java class of its code, if it has one
 * @param area name of the Java class of its flyweight, if it has one
 * @param payload fields that it declares, if it does
 */
public record PacketBlueprint(
    String name,
    TriggerForm triggerForm,
    List<String> triggerKinds,
    Optional<String> handler,
    Optional<String> area,
    Optional<RecordLayout> payload)
{
    /** Copies the list. */
    public PacketBlueprint
    {
        triggerKinds = List.copyOf(triggerKinds);
    }
}
