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
package io.packetflow.engine.config;

import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.ringbuffers.pressure.BackPressure;

/**
 * Cold path. The settings of one periodic group.
 *
 * @param group        of the periodic table
 * @param cores        its CPUs, or the planner's choice
 * @param ringSize     slots of the rings of molecules whose head packet is of the group
 * @param waitChoice   how its nodes wait for work
 * @param backPressure what a producer does when the ring is full, unless the molecule says otherwise
 */
public record GroupSettings(
    PeriodicGroup group,
    Cores cores,
    Slots ringSize,
    WaitChoice waitChoice,
    BackPressure backPressure)
{
}
