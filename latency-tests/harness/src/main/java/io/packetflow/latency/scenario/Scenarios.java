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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.periodic.NearestName;
import io.packetflow.latency.run.Feed;

/** Cold path. All scenarios, in the order in which they run. */
public final class Scenarios
{
    private static final Map<String, Scenario> ALL = all().stream()
        .collect(Collectors.toMap(Scenario::name, scenario -> scenario, (a, b) -> a, LinkedHashMap::new));

    private Scenarios()
    {
    }

    private static List<Scenario> all()
    {
        final List<Scenario> all = new ArrayList<>();
        for (final Feed feed : Feed.values())
        {
            all.add(new TickToTrade(feed));
        }
        for (final Feed feed : Feed.values())
        {
            all.add(new OpenLoop(feed));
        }
        all.addAll(List.of(new OneHop(), new Journaled(), new RingHops(), new RingThroughputs(), new FusedChain(),
            new RiskCheck(), new AccountRisk(), new OrderBook(), new HotOperations(), new SlotBytes(),
            new EpsilonRun()));
        all.addAll(List.of(new Session(), new RateLadder(), new Workloads(), new OrderMatching(),
            new JournalRecovery(), new StandbyFailover(), new MoleculeMemory(), new ProgramTargets(),
            new JvmFlags()));
        ServiceLoader.load(ScenarioContributor.class).forEach(contributor -> all.addAll(contributor.scenarios()));
        return all;
    }

    /** Returns all scenarios by name. */
    public static Map<String, Scenario> byName()
    {
        return ALL;
    }

    /**
     * Chooses scenarios.
     *
     * @param names of them; none means all
     * @return the scenarios, in the order of the names
     * @throws UsageException if there is no such scenario
     */
    public static List<Scenario> choose(final List<String> names)
    {
        if (names.isEmpty())
        {
            return List.copyOf(ALL.values());
        }
        return names.stream().distinct().map(name ->
        {
            final Scenario scenario = ALL.get(name);
            if (scenario == null)
            {
                throw new UsageException("no scenario '" + name + "'" + NearestName.suggest(name, ALL.keySet()) +
                    "; --list shows all");
            }
            return scenario;
        }).toList();
    }
}
