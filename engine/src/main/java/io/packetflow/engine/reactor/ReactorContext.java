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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.config.ConfigurationException;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.QueueOptions;
import io.packetflow.engine.journal.RecoveryListener;
import io.packetflow.engine.journal.StandbyOptions;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.engine.plan.ClockMode;
import io.packetflow.engine.plan.PlanOptions;
import io.packetflow.layout.memory.HugePages;

/**
 * Cold path. All that a reactor is made from: molecule, sources, back edges, settings. Fluent while it is filled;
 * {@link #conclude()} checks it as a whole, lists every error, and closes it. One context makes one reactor.
 */
public final class ReactorContext
{
    /** By this name journals know the source. */
    private static final String ENGINE_COMMANDS = "engine";
    private static final long DEFAULT_TIMER_PERIOD_NANOS = 1_000_000_000L;

    private static final RecoveryListener NO_OUTPUT = new RecoveryListener()
    {
        @Override
        public void begin(final BiFunction<String, Class<?>, Object> resources)
        {
            // Nothing is carried anywhere.
        }

        @Override
        public void afterBurst()
        {
            // Nothing is carried anywhere.
        }
    };

    private Molecule molecule;
    private Molecule warmUpMolecule;
    private ReactorSettings settings;
    private ClockMode clock = ClockMode.SOURCE;
    private long timerPeriodNanos = DEFAULT_TIMER_PERIOD_NANOS;
    private CpuTopology topology;
    private UnaryOperator<PlanOptions> planOptions = options -> options;
    private Path keepSources;
    private ClassLoader codeLoader;
    private Consumer<String> progress = line -> { };
    private Consumer<NodeFailure> failureListener = failure -> { };
    private final List<SourceBinding> sources = new ArrayList<>();
    private final List<BackEdgeBinding> backEdges = new ArrayList<>();
    private JournalOptions journal;
    private QueueOptions queue;
    private StandbyOptions standby;
    private JournalHost journalHost = ThisHost.INSTANCE;
    private RecoveryListener recoveryListener = NO_OUTPUT;
    private long epochOffsetNanos;
    private EngineCommandSource engineCommands;
    private boolean concluded;

    /**
     * Sets the molecule.
     *
     * @param value to run
     * @return this
     */
    public ReactorContext molecule(final Molecule value)
    {
        this.molecule = value;
        return this;
    }

    /**
     * Sets a molecule of the same shape with smaller resources, for the warm-up. Without one the molecule itself is
     * instantiated a second time.
     *
     * @param value with the same packets, bonds and kinds
     * @return this
     */
    public ReactorContext warmUpMolecule(final Molecule value)
    {
        this.warmUpMolecule = value;
        return this;
    }

    /**
     * Sets the settings; without them the defaults hold.
     *
     * @param value concluded settings
     * @return this
     */
    public ReactorContext settings(final ReactorSettings value)
    {
        this.settings = value;
        return this;
    }

    /**
     * Sets where logical time comes from; {@link ClockMode#SOURCE} if it is not called.
     *
     * @param value the clock
     * @return this
     */
    public ReactorContext clock(final ClockMode value)
    {
        this.clock = value;
        return this;
    }

    /**
     * Sets the period of timer instances; they come only to molecules that declare the kind.
     *
     * @param value period in nanoseconds of logical time, above 0
     * @return this
     */
    public ReactorContext timerPeriodNanos(final long value)
    {
        this.timerPeriodNanos = value;
        return this;
    }

    /**
     * Sets the topology; the host's own if it is not called.
     *
     * @param value the topology
     * @return this
     */
    public ReactorContext topology(final CpuTopology value)
    {
        this.topology = value;
        return this;
    }

    /**
     * Changes what the settings ask of the plan, for what no setting says: packets placed by hand above all.
     *
     * @param change from the options that the settings gave
     * @return this
     */
    public ReactorContext planOptions(final UnaryOperator<PlanOptions> change)
    {
        this.planOptions = change;
        return this;
    }

    /**
     * Keeps the generated sources and classes.
     *
     * @param directory below which they are written, null not to keep them
     * @return this
     */
    public ReactorContext keepSources(final Path directory)
    {
        this.keepSources = directory;
        return this;
    }

    /**
     * Sets who finds code that was compiled ahead of time; without one, whoever loaded the handlers.
     *
     * @param value that sees the handlers and the engine, null for none
     * @return this
     */
    public ReactorContext codeLoader(final ClassLoader value)
    {
        this.codeLoader = value;
        return this;
    }

    /**
     * Sets who is told of progress while the reactor starts.
     *
     * @param listener takes a line at a time
     * @return this
     */
    public ReactorContext onProgress(final Consumer<String> listener)
    {
        this.progress = listener;
        return this;
    }

    /**
     * Sets who is told of failing handlers, on the thread of their node.
     *
     * @param listener takes each failure
     * @return this
     */
    public ReactorContext onFailure(final Consumer<NodeFailure> listener)
    {
        this.failureListener = listener;
        return this;
    }

    /**
     * Adds a source. Sources that are added first come first among equal times.
     *
     * @param name for people
     * @param type concrete class: public and final
     * @param factory makes the source of one running molecule
     * @param <S> the source's type
     * @return this
     */
    public <S extends InstanceSource> ReactorContext source(
        final String name, final Class<S> type, final SourceBinding.SourceFactory<S> factory)
    {
        sources.add(new SourceBinding(name, type, factory));
        return this;
    }

    /**
     * Adds a back edge. Back edges come before all other sources among equal times.
     *
     * @param binding which packet emits, how much, how late
     * @return this
     */
    public ReactorContext backEdge(final BackEdgeBinding binding)
    {
        backEdges.add(binding);
        return this;
    }

    /**
     * Journals the molecule, which has a Journal packet, and recovers it from what the journal holds.
     *
     * @param options where and how
     * @return this
     */
    public ReactorContext journal(final JournalOptions options)
    {
        this.journal = options;
        return this;
    }

    /**
     * Fills a Chronicle Queue behind the journal, for other processes. The reactor never waits for it while it runs.
     *
     * @param options where it is, null for none
     * @return this
     */
    public ReactorContext queue(final QueueOptions options)
    {
        this.queue = options;
        return this;
    }

    /**
     * Makes the reactor a hot standby: {@link Reactor#prepare} returns when it has taken over.
     *
     * @param options when it takes over
     * @return this
     */
    public ReactorContext standby(final StandbyOptions options)
    {
        this.standby = options;
        return this;
    }

    /**
     * Sets who carries outputs to the outside while the journal is replayed.
     *
     * @param listener takes them
     * @return this
     */
    public ReactorContext onRecovery(final RecoveryListener listener)
    {
        this.recoveryListener = listener;
        return this;
    }

    /** Sets the host of the journal; that of this process if it is not called. */
    ReactorContext journalHost(final JournalHost value)
    {
        this.journalHost = value;
        return this;
    }

    /**
     * Checks the context as a whole and closes it.
     *
     * @throws IllegalArgumentException that lists every error
     * @throws IllegalStateException if it was concluded before
     */
    void conclude()
    {
        if (concluded)
        {
            throw new IllegalStateException("a context makes one reactor; make a new one");
        }
        concluded = true;
        final List<String> errors = new ReactorContextCheck(this).errors();
        if (!errors.isEmpty())
        {
            throw new IllegalArgumentException(
                "the reactor's context is not sound:\n  - " + String.join("\n  - ", errors));
        }
        settings = Objects.requireNonNullElseGet(settings, ReactorContext::defaultSettings);
        topology = Objects.requireNonNullElseGet(topology, CpuTopology::live);
        warmUpMolecule = Objects.requireNonNullElse(warmUpMolecule, molecule);
        epochOffsetNanos = EpochClock.offsetNanos();
        if (wantsEngineCommands())
        {
            source(ENGINE_COMMANDS, EngineCommandSource.class, this::engineCommands);
        }
    }

    private boolean wantsEngineCommands()
    {
        return molecule.kinds().contains(InstanceKind.CONTROL) &&
            (journal != null || molecule.liveOrders().stop() == LiveOrders.Fate.CANCEL);
    }

    private EngineCommandSource engineCommands(final boolean warmUp)
    {
        final EngineCommandSource made = new EngineCommandSource();
        if (!warmUp)
        {
            engineCommands = made;
        }
        return made;
    }

    /** Returns what brings the engine's own commands; empty where there are none, or before the molecule runs. */
    Optional<EngineCommandSource> engineCommands()
    {
        return Optional.ofNullable(engineCommands);
    }

    private static ReactorSettings defaultSettings()
    {
        try
        {
            return ReactorSettings.builder().systemProperties(System.getProperties()).conclude();
        }
        catch (final ConfigurationException e)
        {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    Molecule molecule()
    {
        return molecule;
    }

    Molecule warmUpMolecule()
    {
        return warmUpMolecule;
    }

    ReactorSettings settings()
    {
        return settings;
    }

    ClockMode clock()
    {
        return clock;
    }

    long timerPeriodNanos()
    {
        return timerPeriodNanos;
    }

    long epochOffsetNanos()
    {
        return epochOffsetNanos;
    }

    CpuTopology topology()
    {
        return topology;
    }

    UnaryOperator<PlanOptions> planOptions()
    {
        return planOptions;
    }

    Optional<JournalOptions> journal()
    {
        return Optional.ofNullable(journal);
    }

    Optional<QueueOptions> queue()
    {
        return Optional.ofNullable(queue);
    }

    Optional<StandbyOptions> standby()
    {
        return Optional.ofNullable(standby);
    }

    JournalHost journalHost()
    {
        return journalHost;
    }

    RecoveryListener recoveryListener()
    {
        return recoveryListener;
    }

    Path keepSources()
    {
        return keepSources;
    }

    Optional<ClassLoader> codeLoader()
    {
        return Optional.ofNullable(codeLoader);
    }

    Consumer<String> progress()
    {
        return progress;
    }

    Consumer<NodeFailure> failureListener()
    {
        return failureListener;
    }

    List<SourceBinding> sources()
    {
        return sources;
    }

    List<BackEdgeBinding> backEdges()
    {
        return backEdges;
    }

    HugePages hugePages()
    {
        return settings.hugePages();
    }
}
