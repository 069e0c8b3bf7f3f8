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
package io.packetflow.tuning.doctor.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

import io.packetflow.tuning.doctor.host.JvmFlags;

/** Cold path. The flags of the JVM that runs the engine, or of the one that the launcher would start. */
public final class JvmChecks
{
    /** All flags that a check asks for. */
    public static final List<String> FLAGS = List.of(
        "UseSerialGC", "UseParallelGC", "UseG1GC", "UseZGC", "UseShenandoahGC", "UseEpsilonGC",
        "InitialHeapSize", "MaxHeapSize", "AlwaysPreTouch", "UsePerfData", "PerfDisableSharedMem",
        "GuaranteedSafepointInterval", "UseCountedLoopSafepoints", "LoopStripMiningIter", "UseBiasedLocking",
        "ReservedCodeCacheSize", "DisableExplicitGC", "ExplicitGCInvokesConcurrent", "ActiveProcessorCount",
        "UseNUMA", "UseSystemMemoryBarrier", "ZUncommit", "ShenandoahUncommit", "TrimNativeHeapInterval",
        "G1PeriodicGCInterval", "DebugNonSafepoints", "UseCompressedOops", "UseCompactObjectHeaders",
        "SharedArchiveFile", "AOTCache", "EnableContended", "RestrictContended", "ContendedPaddingWidth",
        "ExitOnOutOfMemoryError", "ErrorFile", "UseLargePages", "UseTransparentHugePages");

    private static final List<String> COLLECTORS = FLAGS.subList(0, 6);
    private static final long SAFEPOINT_MILLIS = 300_000;
    private static final long CODE_CACHE_BYTES = 256L << 20;

    private JvmChecks()
    {
    }

    static Map<String, Check> all()
    {
        final Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("J01", flags(JvmChecks::collector));
        checks.put("J02", flags(JvmChecks::heap));
        checks.put("J03", flags(jvm -> Finding.of(!jvm.isOn("UsePerfData") || jvm.isOn("PerfDisableSharedMem"),
            said(jvm, "UsePerfData", "PerfDisableSharedMem"))));
        checks.put("J04", flags(JvmChecks::safepointInterval));
        checks.put("J05", flags(JvmChecks::countedLoops));
        checks.put("J07", flags(jvm -> jvm.argument("safepoint").filter(text -> text.startsWith("-Xlog"))
            .map(text -> Finding.holds(text)).orElseGet(() -> Finding.broken("no -Xlog:safepoint"))));
        checks.put("J08", flags(jvm -> Finding.of(!jvm.isOn("UseBiasedLocking"), said(jvm, "UseBiasedLocking"))));
        checks.put("J10", flags(jvm -> numbered(jvm, "ReservedCodeCacheSize", size -> size >= CODE_CACHE_BYTES)));
        checks.put("J11", flags(jvm -> Finding.of(jvm.isOn("DisableExplicitGC") ||
            jvm.isOn("ExplicitGCInvokesConcurrent"), said(jvm, "DisableExplicitGC", "ExplicitGCInvokesConcurrent"))));
        checks.put("J12", flags(JvmChecks::processors));
        checks.put("J13", flags(jvm -> Finding.of(!jvm.isOn("UseNUMA"), said(jvm, "UseNUMA"))));
        checks.put("J14", flags(jvm -> Finding.of(!jvm.isOn("UseSystemMemoryBarrier"),
            said(jvm, "UseSystemMemoryBarrier"))));
        checks.put("J15", flags(JvmChecks::neverGivenBack));
        checks.put("J16", flags(JvmChecks::agents));
        checks.put("J17", flags(JvmChecks::libraryChecks));
        checks.put("J18", flags(JvmChecks::openings));
        checks.put("J19", flags(jvm -> Finding.holds("recorded: " +
            said(jvm, "UseCompressedOops", "UseCompactObjectHeaders"))));
        checks.put("J20", flags(jvm -> Finding.holds("recorded: " + said(jvm, "SharedArchiveFile", "AOTCache"))));
        checks.put("J21", flags(JvmChecks::padding));
        checks.put("J25", flags(jvm -> Finding.of(jvm.isOn("ExitOnOutOfMemoryError"),
            said(jvm, "ExitOnOutOfMemoryError", "ErrorFile"))));
        checks.put("J26", flags(JvmChecks::version));
        return checks;
    }

    private static Check flags(final Function<JvmFlags, Finding> question)
    {
        return host ->
        {
            final JvmFlags jvm = host.jvm();
            return jvm.problem().isEmpty() ? question.apply(jvm) : host.files().isLive() && host.process().isPresent() ?
                Finding.unknown(jvm.problem().get()) : Finding.skipped(jvm.problem().get());
        };
    }

    private static String said(final JvmFlags jvm, final String... names)
    {
        final List<String> values = new ArrayList<>();
        for (final String name : names)
        {
            values.add(name + " " + jvm.flag(name)
                .map(flag -> flag.value().isEmpty() ? "not set" : flag.value()).orElse("not in this JVM"));
        }
        return String.join(", ", values);
    }

    private static Finding numbered(final JvmFlags jvm, final String name, final Predicate<Long> condition)
    {
        final OptionalLong number = jvm.number(name);
        return number.isEmpty() ? Finding.unknown("the JVM does not tell " + name) :
            Finding.of(condition.test(number.getAsLong()), said(jvm, name));
    }

    private static Finding collector(final JvmFlags jvm)
    {
        for (final String name : COLLECTORS)
        {
            if (jvm.isOn(name))
            {
                final boolean explicit = jvm.flag(name).orElseThrow().explicit();
                return Finding.of(explicit, name + (explicit ? " is set" : " was chosen by the JVM"));
            }
        }
        return Finding.unknown("the JVM tells none of " + String.join(", ", COLLECTORS));
    }

    private static Finding heap(final JvmFlags jvm)
    {
        final OptionalLong initial = jvm.number("InitialHeapSize");
        final OptionalLong most = jvm.number("MaxHeapSize");
        return initial.isEmpty() || most.isEmpty() ? Finding.unknown("the JVM does not tell its heap sizes") :
            Finding.of(initial.getAsLong() == most.getAsLong() && jvm.isOn("AlwaysPreTouch"),
                "heap " + (initial.getAsLong() >> 20) + " to " + (most.getAsLong() >> 20) + " MiB, " +
                    said(jvm, "AlwaysPreTouch"));
    }

    private static Finding safepointInterval(final JvmFlags jvm)
    {
        if (jvm.number("GuaranteedSafepointInterval").isEmpty())
        {
            return Finding.unknown("GuaranteedSafepointInterval is not told without -XX:+UnlockDiagnosticVMOptions");
        }
        return numbered(jvm, "GuaranteedSafepointInterval", value -> value == 0 || value >= SAFEPOINT_MILLIS);
    }

    private static Finding countedLoops(final JvmFlags jvm)
    {
        return jvm.flag("UseCountedLoopSafepoints").isEmpty() ?
            Finding.unknown("the JVM does not tell UseCountedLoopSafepoints") :
            Finding.of(jvm.isOn("UseCountedLoopSafepoints"),
                said(jvm, "UseCountedLoopSafepoints", "LoopStripMiningIter"));
    }

    private static Finding processors(final JvmFlags jvm)
    {
        final boolean single = jvm.isOn("UseSerialGC") && jvm.flag("UseSerialGC").orElseThrow().explicit();
        final boolean counted = jvm.number("ActiveProcessorCount").orElse(-1) > 0;
        return Finding.of(counted || single, said(jvm, "ActiveProcessorCount") +
            (single ? ", and the collector, which was chosen, has no threads to be counted" : ""));
    }

    private static Finding neverGivenBack(final JvmFlags jvm)
    {
        final List<String> gives = new ArrayList<>();
        addIf(gives, jvm, "ZUncommit", jvm.isOn("UseZGC") && jvm.isOn("ZUncommit"));
        addIf(gives, jvm, "ShenandoahUncommit", jvm.isOn("UseShenandoahGC") && jvm.isOn("ShenandoahUncommit"));
        addIf(gives, jvm, "TrimNativeHeapInterval", jvm.number("TrimNativeHeapInterval").orElse(0) > 0);
        addIf(gives, jvm, "G1PeriodicGCInterval",
            jvm.isOn("UseG1GC") && jvm.number("G1PeriodicGCInterval").orElse(0) > 0);
        return Finding.of(gives.isEmpty(), gives.isEmpty() ? "neither heap nor native memory is given back" :
            String.join(", ", gives));
    }

    private static void addIf(
        final List<String> gives, final JvmFlags jvm, final String name, final boolean applies)
    {
        if (applies)
        {
            gives.add(said(jvm, name));
        }
    }

    private static Finding agents(final JvmFlags jvm)
    {
        final List<String> found = jvm.arguments().stream()
            .filter(text -> text.startsWith("-agentlib") || text.startsWith("-agentpath") ||
                text.startsWith("-javaagent") || text.contains("StartFlightRecording") || text.startsWith("-Xrunjdwp"))
            .toList();
        return Finding.of(found.isEmpty(), found.isEmpty() ? "no agent, no recording" : String.join(" ", found));
    }

    private static Finding libraryChecks(final JvmFlags jvm)
    {
        final List<String> on = new ArrayList<>();
        jvm.arguments().stream().filter(text -> text.matches("-(ea|enableassertions)(:.*)?")).forEach(on::add);
        for (final String setting : List.of(
            "-Dagrona.disable.bounds.checks=true", "-Dpacketflow.layout.bounds.checks=false"))
        {
            if (!jvm.arguments().contains(setting))
            {
                on.add("no " + setting);
            }
        }
        return Finding.of(on.isEmpty(), on.isEmpty() ? "bounds checks and assertions are off" :
            String.join(", ", on));
    }

    private static Finding openings(final JvmFlags jvm)
    {
        final Optional<String> opened = jvm.argument("java.base/jdk.internal.misc");
        return Finding.of(opened.isPresent(), opened.orElse("no --add-opens=java.base/jdk.internal.misc=ALL-UNNAMED"));
    }

    private static Finding padding(final JvmFlags jvm)
    {
        // Padding of the engine's own is by hand, so only a JVM that ignores its libraries' is worth a word.
        return Finding.of(!jvm.flag("EnableContended").filter(flag -> "false".equals(flag.value())).isPresent(),
            said(jvm, "EnableContended", "RestrictContended", "ContendedPaddingWidth") + "; PacketFlow pads by hand");
    }

    private static Finding version(final JvmFlags jvm)
    {
        return Finding.of(jvm.version().matches(".*\\b(17|21|25)[.+\\-].*|.*\\b(17|21|25)$"), jvm.version() +
            ", of " + jvm.origin() + "; tested are 17 and 25");
    }
}
