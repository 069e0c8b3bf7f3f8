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

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedCommands;
import io.packetflow.engine.fixture.ScriptedSource;
import io.packetflow.engine.fixture.TestContext;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.packet.Emitter;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.engine.plan.ClockMode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logical time that is the sequencing node's own stamp. */
class UtcClockTest
{
    private static final long HOUR_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final long NO_ECHO = -1;

    @TempDir
    private Path directory;

    private final List<Integer> kinds = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    @Test
    void shouldStampInstancesWhenTheyAreAdmitted()
    {
        final long nowNanos = utcNanos();

        run(context(molecule(NO_ECHO)).source("feed", ScriptedSource.class, feed(new Script().at(7, 3, 9))));

        assertThat(times).hasSize(3).isSorted().allMatch(time -> Math.abs(time - nowNanos) < HOUR_NANOS);
    }

    @Test
    void shouldTakeTheEarliestOfTheSourcesOwnTimesAndCommandsBefore()
    {
        final Script news = new Script().at(5, Kinds.NEWS, 0).at(InstanceSource.NOW, Kinds.NEWS, 0);

        run(context(molecule(NO_ECHO)).source("feed", ScriptedSource.class, feed(new Script().at(4, 6)))
            .source("news", ScriptedSource.class, feed(news))
            .source("commands", ScriptedCommands.class, warmUp -> new ScriptedCommands(1)));

        assertThat(kinds).containsExactly(InstanceKind.CONTROL.code(), Kinds.FEED.code(), Kinds.NEWS.code(),
            Kinds.NEWS.code(), Kinds.FEED.code());
        assertThat(times).isSorted();
    }

    @Test
    void shouldSendTimersAtTheirDeadlines()
    {
        final Reactor reactor = Reactor.launch(context(molecule(NO_ECHO).toBuilder().kind(InstanceKind.TIMER).build())
            .timerPeriodNanos(1_000).source("feed", ScriptedSource.class, feed(new Script().at(4))));
        while (kinds.size() < 4)
        {
            reactor.step();
        }
        reactor.close();

        assertThat(kinds.subList(1, 4)).containsOnly(InstanceKind.TIMER.code());
        assertThat(times.subList(1, 4)).allMatch(time -> time % 1_000 == 0);
        assertThat(times).isSorted();
    }

    @Test
    void shouldNotLetABusyFeedStarveEmissions()
    {
        run(context(molecule(0)).backEdge(new BackEdgeBinding("see", 4, 16, 0))
            .source("feed", ScriptedSource.class, feed(new Script().at(1, 2, InstanceSource.NOW))));

        assertThat(kinds).containsExactly(8, 10, 8, 10, 8, 10);
    }

    @Test
    void shouldHoldAnEmissionBackUntilItsTime()
    {
        final Reactor reactor = Reactor.launch(context(molecule(HOUR_NANOS))
            .backEdge(new BackEdgeBinding("see", 4, 16, 0))
            .source("feed", ScriptedSource.class, feed(new Script().at(1, 2))));
        reactor.step();
        reactor.step();

        assertThat(kinds).containsExactly(8, 8);
        assertThat(reactor.awaitCompletion(1_000_000)).as("an emission is still to come").isFalse();
        reactor.drain();
        reactor.close();
        assertThat(reactor.counters()).containsEntry("M: instances admitted from back edges", 0L);
    }

    /** A molecule that emits an echo so long after each instance of the feed. */
    private Molecule molecule(final long delayNanos)
    {
        return Molecule.named("M").kind(Kinds.FEED).kind(Kinds.NEWS).kind(Kinds.ECHO).kind(InstanceKind.CONTROL)
            .packet(Scripted.packet("see", context ->
            {
                final Emitter emitter = delayNanos == NO_ECHO ? null : context.emitter(16);
                return () ->
                {
                    kinds.add(context.header().kind());
                    times.add(context.header().logicalTimeNanos());
                    if (emitter != null && context.header().kind() == Kinds.FEED.code())
                    {
                        emitter.claim(Kinds.ECHO.code(), 16, context.header().logicalTimeNanos() + delayNanos);
                        emitter.commit();
                    }
                    return Scripted.CONTINUE;
                };
            }).build()).build();
    }

    private ReactorContext context(final Molecule molecule)
    {
        return TestContext.of(directory, molecule).clock(ClockMode.UTC);
    }

    private static SourceBinding.SourceFactory<ScriptedSource> feed(final Script script)
    {
        return warmUp -> new ScriptedSource(script);
    }

    private static void run(final ReactorContext context)
    {
        try (Reactor reactor = Reactor.launch(context))
        {
            reactor.awaitCompletion();
        }
    }

    private static long utcNanos()
    {
        final Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
