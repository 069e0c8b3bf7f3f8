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
package io.packetflow.latency.scenario;

import java.util.List;

/**
 * Cold path. Brings scenarios that this harness does not know, such as those that need libraries which are never
 * shipped. Whoever has one on the class path and names it in {@code META-INF/services} has them measured like the rest.
 */
public interface ScenarioContributor
{
    /** Returns the scenarios, in the order in which they run, behind those of the harness. */
    List<Scenario> scenarios();
}
