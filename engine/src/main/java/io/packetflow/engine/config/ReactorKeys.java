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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.engine.plan.Grouping;
import io.packetflow.engine.plan.NodePolicy;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.pressure.BackPressure;
import io.packetflow.ringbuffers.ring.Publication;

/**
 * Cold path. The keys of the engine, one constant each, and the four keys of each periodic group.
 *
 * <p>Defaults and why. Ring of 1,024 slots between nodes: at 1 M instances a second it rides over a stall of one
 * millisecond, and with 512-byte slots it is half a megabyte, which stays in a second-level cache. Ring of 256 slots,
 * one batch, where one node runs the whole molecule: it bridges nothing there, and leaves more of that cache to the
 * tables. Batch of 256: a quarter of the larger ring, so a producer sees free slots while a batch is under way. Stall
 * limit of 100 ms: an untuned virtual host takes a core away for 3 to 5 ms many times an hour; what lasts 100 ms is not
 * the scheduler. Warm-up of 2 million messages: about 0.1 s of real code, several times what the second compiler needs
 * to settle.
 */
public final class ReactorKeys
{
    /** How packets may share a stage. */
    public static final SettingKey<Grouping> GROUPING = SettingKey.of("packetflow.grouping",
        SettingTypes.choice(Grouping.class), "fused",
        "how packets share a stage: fused, strict (never across groups) or unfused (one node a group)");

    /** Which plan of nodes. */
    public static final SettingKey<NodePolicy> PLAN = SettingKey.of("packetflow.plan",
        SettingTypes.choice(NodePolicy.class), "auto", "which plan of nodes the molecule runs on");

    /** Which threads run the nodes. */
    public static final SettingKey<Threading> THREADING = SettingKey.of("packetflow.threading",
        SettingTypes.choice(Threading.class), "dedicated",
        "which threads run the nodes: one each, one for all, or the embedding caller");

    /** Where a reader sees that a slot is ready. */
    public static final SettingKey<Publication> PUBLICATION = SettingKey.of("packetflow.publication",
        SettingTypes.choice(Publication.class), "cursor",
        "where a reader sees that a slot is ready: the ring's cursor, or a sequence in the slot");

    /** Whether memory stands on huge pages. */
    public static final SettingKey<HugePages> HUGE_PAGES = SettingKey.of("packetflow.huge.pages",
        SettingTypes.choice(HugePages.class), "where-granted", "whether rings and tables stand on huge pages");

    /** After which time without a duty cycle a node counts as stalled; nanoseconds. */
    public static final SettingKey<Long> STALL_LIMIT = SettingKey.of("packetflow.stall.limit",
        SettingTypes.durationNanos(1_000L, 3_600_000_000_000L), "100ms",
        "a node without a duty cycle for longer than this raises an alarm");

    /** How many instances a node takes in one duty cycle. */
    public static final SettingKey<Long> BATCH_LIMIT = SettingKey.of("packetflow.batch.limit",
        SettingTypes.wholeNumber("instances", 1L, 1L << 30), "256",
        "how many instances a node takes at most in one duty cycle");

    /** Whether the molecule is warmed up before its gate opens. */
    public static final SettingKey<Boolean> WARMUP = SettingKey.of("packetflow.warmup", SettingTypes.onOff(), "on",
        "whether the molecule runs over scratch resources until compilation settles, before sequence 1");

    /** How many messages the warm-up runs at least. */
    public static final SettingKey<Long> WARMUP_MESSAGES = SettingKey.of("packetflow.warmup.messages",
        SettingTypes.wholeNumber("messages", 0L, 1L << 40), "2000000",
        "how many messages the warm-up runs at least; it goes on until compilation settles");

    /** What happens when a handler throws. */
    public static final SettingKey<FailureChoice> FAILURE = SettingKey.of("packetflow.failure",
        SettingTypes.choice(FailureChoice.class), "halt",
        "when a handler throws: halt the reactor, or set the instance aside and count it");

    /** Where the control file lies. */
    public static final SettingKey<Path> CONTROL_DIR = SettingKey.of("packetflow.control.dir",
        SettingTypes.path(RuntimeDirectory.path()), "auto",
        "directory of the control file; only its owner may enter it");

    /** Where the counters are. */
    public static final SettingKey<Path> COUNTERS_FILE = SettingKey.of("packetflow.counters.file",
        SettingTypes.path(RuntimeDirectory.path().resolve("counters.dat")), "auto",
        "memory-mapped file of the counters; best on tmpfs");

    /** Whether compiled code is kept between runs. */
    public static final SettingKey<Boolean> CODE_CACHE = SettingKey.of("packetflow.code.cache", SettingTypes.onOff(),
        "on", "whether compiled nodes are kept, so that the next start needs no compiler");

    /** Where compiled code is kept. */
    public static final SettingKey<Path> CODE_CACHE_DIR = SettingKey.of("packetflow.code.cache.dir",
        SettingTypes.path(CacheDirectory.code()), "auto",
        "directory of compiled nodes, which nobody else may enter; auto is below XDG_CACHE_HOME or ~/.cache");

    /** What the steps of this host cost. */
    public static final SettingKey<Path> HOST_COSTS = SettingKey.of("packetflow.host.costs",
        SettingTypes.path(CacheDirectory.path().resolve("host-costs.properties")), "auto",
        "what packetflow calibrate measured on this host; auto is below XDG_CACHE_HOME or ~/.cache");

    /** Where reports go. */
    public static final SettingKey<Path> OUTPUT_DIR = SettingKey.of("packetflow.output.dir",
        SettingTypes.path(Path.of("packetflow-out")), "auto",
        "directory for latency tables, pictures and order files; auto is packetflow-out here");

    /** Whether cores are reserved across the processes of the host. */
    public static final SettingKey<Boolean> CORES_RESERVE = SettingKey.of("packetflow.cores.reserve",
        SettingTypes.onOff(), "on", "whether the cores of the plan are reserved across the processes of this host");

    /** Whether nodes may share cores. */
    public static final SettingKey<Boolean> CORES_SHARE = SettingKey.of("packetflow.cores.share",
        SettingTypes.onOff(), "off", "whether nodes may share cores where there are too few; those that do yield");

    /** Whether off-heap accesses are checked; read by the layout module when it is loaded. */
    public static final SettingKey<Boolean> BOUNDS_CHECKS = new SettingKey<>("packetflow.layout.bounds.checks",
        SettingTypes.trueFalse(), "true", "whether every off-heap access is checked (JVM option; halves the speed)",
        SettingKey.Scope.JVM_OPTION);

    private static final Map<PeriodicGroup, GroupKeys> GROUPS = groups();

    /**
     * The keys of one group.
     *
     * @param cores        its CPUs
     * @param ringSize     slots of the rings of molecules whose head packet is of the group
     * @param waitChoice   how its nodes wait
     * @param backPressure what a producer does when its ring is full
     */
    public record GroupKeys(
        SettingKey<Cores> cores,
        SettingKey<Slots> ringSize,
        SettingKey<WaitChoice> waitChoice,
        SettingKey<BackPressure> backPressure)
    {
        private List<SettingKey<?>> all()
        {
            return List.of(cores, ringSize, waitChoice, backPressure);
        }
    }

    private ReactorKeys()
    {
    }

    /**
     * The keys of a group, {@code packetflow.group.df.*}.
     *
     * @param group of the periodic table
     * @return its keys
     */
    public static GroupKeys group(final PeriodicGroup group)
    {
        return GROUPS.get(group);
    }

    /** @return every key in the order in which they are printed */
    static Collection<SettingKey<?>> all()
    {
        final List<SettingKey<?>> keys = new ArrayList<>(List.of(GROUPING, PLAN, THREADING, PUBLICATION, HUGE_PAGES,
            STALL_LIMIT, BATCH_LIMIT, WARMUP, WARMUP_MESSAGES, FAILURE, CONTROL_DIR, COUNTERS_FILE, CODE_CACHE,
            CODE_CACHE_DIR, HOST_COSTS, OUTPUT_DIR, CORES_RESERVE, CORES_SHARE, BOUNDS_CHECKS));
        GROUPS.values().forEach(group -> keys.addAll(group.all()));
        return keys;
    }

    private static Map<PeriodicGroup, GroupKeys> groups()
    {
        final Map<PeriodicGroup, GroupKeys> groups = new EnumMap<>(PeriodicGroup.class);
        for (final PeriodicGroup group : PeriodicGroup.values())
        {
            final String prefix = "packetflow.group." + group.key() + ".";
            groups.put(group, new GroupKeys(
                SettingKey.of(prefix + "cores", SettingTypes.cores(), "auto",
                    group.title() + ": CPUs of its nodes"),
                SettingKey.of(prefix + "ring.size", SettingTypes.powerOfTwoSlots(2, 1 << 30), "auto",
                    group.title() + ": slots of its rings"),
                SettingKey.of(prefix + "wait", SettingTypes.choice(WaitChoice.class), "auto",
                    group.title() + ": how its nodes wait for work"),
                SettingKey.of(prefix + "backpressure", SettingTypes.choice(BackPressure.class), "spin",
                    group.title() + ": what a producer does when the ring is full, unless the molecule says so")));
        }
        return groups;
    }
}
