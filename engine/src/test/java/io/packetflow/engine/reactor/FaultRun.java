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
package io.packetflow.engine.reactor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.storage.simulated.SimulatedStorage;

/**
 * One run of a simulated world, from one seed: some lives of its processes, each of which ends badly, and a last one
 * that ends well. What a plan, a script and a host are is drawn here; what goes on meanwhile is the world's.
 */
final class FaultRun implements AutoCloseable
{
    private static final int TURNS = 300;
    private static final int LAST_TURNS = 50_000;

    private final Random random;
    private final List<FaultPlans.Entry> plans;
    private final SimulatedHost host = new SimulatedHost();
    private final FaultLog log;
    private final FaultWorld world;

    FaultRun(
        final long seed, final FaultPlans all, final Map<FaultEvent, Integer> events, final StringBuilder trace)
    {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.log = new FaultLog(events, trace);
        this.plans = all.any(random);
        final int commands = random.nextInt(3);
        final boolean bulk = random.nextInt(12) == 0;
        final List<Script> scripts = new ArrayList<>();
        for (int feed = 0; feed < FaultPlans.FEEDS; feed++)
        {
            final InstanceKind kind = bulk ? Kinds.BULK : feed == 0 ? Kinds.FEED : Kinds.NEWS;
            scripts.add(Script.random(random, kind, bulk ? 200 : random.nextInt(70)));
        }
        this.world = new FaultWorld(random, all, plans, scripts, commands, host, log);
    }

    static Map<FaultEvent, Integer> noEvents()
    {
        return new EnumMap<>(FaultEvent.class);
    }

    void run()
    {
        final int lives = random.nextInt(4);
        for (int life = 0; life < lives; life++)
        {
            live();
        }
        complete();
    }

    private void live()
    {
        if (random.nextInt(3) == 0)
        {
            host.disk().faults().cutPowerAfter(random.nextInt(160));
        }
        if (world.begin(anyPlan()))
        {
            if (host.armFault(random))
            {
                log.happened(FaultEvent.DISK_FAULT);
            }
            world.withholdCommit(random.nextInt(6) == 0);
            final int turns = random.nextInt(TURNS);
            for (int i = 0; i < turns && world.isRunning(); i++)
            {
                world.turn();
            }
            if (world.isRunning() && random.nextInt(5) == 0)
            {
                world.closeInOrder();
            }
        }
        endLife();
    }

    /** All processes of the host end, or the host itself does. */
    private void endLife()
    {
        final boolean isPowerCut = random.nextBoolean();
        final long seed = random.nextLong();
        log.note(isPowerCut ? "the power is cut" : "all processes die");
        final SimulatedStorage left = host.diskAfter(isPowerCut, seed);
        log.happened(isPowerCut ? FaultEvent.POWER_CUT : FaultEvent.DEATH);
        world.killAll();
        host.restart(isPowerCut, left);
        world.oracle().afterEnd(isPowerCut);
    }

    /** Nothing goes wrong any more: every input is processed, every output leaves. */
    private void complete()
    {
        FaultPlans.Entry plan = anyPlan();
        while (plan.durability() == Durability.REPLICA)
        {
            plan = anyPlan();
        }
        if (!world.begin(plan))
        {
            throw new AssertionError("a sound host does not start");
        }
        world.goWithoutStandby();
        int turns = 0;
        while (!world.primary().reactor().control().isQuiescent())
        {
            world.turn();
            if (++turns > LAST_TURNS)
            {
                throw new AssertionError("the run does not end: " + world.primary().reactor().counters());
            }
        }
        world.oracle().atEnd(host.disk(), world.primary());
        world.primary().reactor().close();
        world.killAll();
    }

    private FaultPlans.Entry anyPlan()
    {
        return plans.get(random.nextInt(plans.size()));
    }

    @Override
    public void close()
    {
        world.killAll();
        host.close();
    }
}
