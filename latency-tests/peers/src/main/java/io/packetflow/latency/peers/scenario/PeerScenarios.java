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
package io.packetflow.latency.peers.scenario;

import java.util.List;

import io.packetflow.latency.scenario.Scenario;
import io.packetflow.latency.scenario.ScenarioContributor;

/** Cold path. Brings the scenarios with systems of others into the bench command. */
public final class PeerScenarios implements ScenarioContributor
{
    /** For the service loader. */
    public PeerScenarios()
    {
    }

    @Override
    public List<Scenario> scenarios()
    {
        return List.of(new RingsOfPeers(), new ChainsOfPeers(), new BooksOfPeers(), new EnginesOfPeers(),
            new JournalsOfPeers(), new MemoryOfPeers());
    }
}
