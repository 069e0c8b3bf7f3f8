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
package io.packetflow.engine.telemetry;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cold path. On what a figure was measured; without it a latency is a rumour.
 *
 * @param cpuModel     as the kernel names it
 * @param cpuCount     CPUs that this process may use
 * @param kernel       operating system and its version
 * @param hypervisor   name of the machine where it is virtual, {@code none seen} otherwise
 * @param jdk          name and version of the virtual machine
 * @param collector    garbage collector and greatest heap
 * @param assertions   whether the JVM runs with {@code -ea}, for any class
 * @param boundsChecks whether off-heap accesses are checked, by PacketFlow or by Agrona
 * @param jvmOptions   every other option, without module openings
 */
public record HostFingerprint(
    String cpuModel,
    int cpuCount,
    String kernel,
    String hypervisor,
    String jdk,
    String collector,
    boolean assertions,
    boolean boundsChecks,
    List<String> jvmOptions)
{
    /** What stands for the hypervisor of a host that is no virtual machine, as far as it shows. */
    public static final String NOT_VIRTUAL = "none seen";
    private static final Path PROC_CPUINFO = Path.of("/proc/cpuinfo");
    private static final Path DMI = Path.of("/sys/class/dmi/id");

    /**
     * Copies the list.
     *
     * @param jvmOptions to copy
     */
    public HostFingerprint
    {
        jvmOptions = List.copyOf(jvmOptions);
    }

    /**
     * One line of a report's header.
     *
     * @param name  of the fact
     * @param value of the fact
     */
    public record Fact(String name, String value)
    {
    }

    /** @return whether the host is a virtual machine, as far as it shows */
    public boolean isVirtual()
    {
        return !NOT_VIRTUAL.equals(hypervisor);
    }

    /** @return the fingerprint of this process and its host */
    public static HostFingerprint read()
    {
        final String cpuinfo = readOrEmpty(PROC_CPUINFO);
        final List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return new HostFingerprint(
            field(cpuinfo, "model name", System.getProperty("os.arch")),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name") + " " + System.getProperty("os.version"),
            hypervisorOf(cpuinfo),
            System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
            collectorAndHeap(),
            HostFingerprint.class.desiredAssertionStatus() || options.stream().anyMatch(HostFingerprint::enables),
            !isFalse("packetflow.layout.bounds.checks") || !Boolean.getBoolean("agrona.disable.bounds.checks"),
            options.stream().filter(HostFingerprint::isTelling).toList());
    }

    /**
     * The fingerprint as lines of a header.
     *
     * @return the facts, in the order of a report
     */
    public List<Fact> facts()
    {
        return List.of(
            new Fact("cpu", cpuModel + ", " + cpuCount + " usable"),
            new Fact("kernel", kernel),
            new Fact("hypervisor", hypervisor),
            new Fact("jdk", jdk),
            new Fact("gc", collector),
            new Fact("bounds checks", boundsChecks ? "on (production runs have them off)" : "off"),
            new Fact("assertions", assertions ? "on" : "off"),
            new Fact("jvm options", String.join(" ", jvmOptions)));
    }

    /** @return the fingerprint in one line, for the foot of a picture */
    public String summary()
    {
        return String.join("  |  ", cpuModel + ", " + cpuCount + " CPUs", kernel, jdk, collector,
            "bounds checks " + (boundsChecks ? "on" : "off"));
    }

    private static String hypervisorOf(final String cpuinfo)
    {
        if (!Pattern.compile("^flags\\s*:.*\\bhypervisor\\b", Pattern.MULTILINE).matcher(cpuinfo).find())
        {
            return NOT_VIRTUAL;
        }
        final String name = (readOrEmpty(DMI.resolve("sys_vendor")).strip() + " " +
            readOrEmpty(DMI.resolve("product_name")).strip()).strip();
        return name.isEmpty() ? "yes (virtual machine)" : name;
    }

    private static String collectorAndHeap()
    {
        final List<String> beans = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName).toList();
        return collectorName(String.join(" ", beans)) + ", heap up to " +
            Runtime.getRuntime().maxMemory() / (1 << 20) + " MB";
    }

    private static String collectorName(final String beans)
    {
        if (beans.contains("MarkSweepCompact"))
        {
            return "Serial";
        }
        for (final String name : List.of("G1", "ZGC", "Shenandoah", "Epsilon"))
        {
            if (beans.contains(name))
            {
                return name;
            }
        }
        return beans.contains("PS ") ? "Parallel" : beans;
    }

    private static boolean enables(final String option)
    {
        return option.equals("-ea") || option.startsWith("-ea:") || option.startsWith("-enableassertions");
    }

    private static boolean isTelling(final String option)
    {
        return !option.startsWith("--add-") && !option.startsWith("-Dchronicle.") &&
            !option.startsWith("--enable-native") && !option.startsWith("--sun-misc") &&
            !option.contains("IgnoreUnrecognizedVMOptions");
    }

    private static boolean isFalse(final String property)
    {
        return "false".equals(System.getProperty(property, "").toLowerCase(Locale.ROOT));
    }

    private static String field(final String text, final String name, final String otherwise)
    {
        final Matcher matcher = Pattern.compile("^" + name + "\\s*:\\s*(.+)$", Pattern.MULTILINE).matcher(text);
        return matcher.find() ? matcher.group(1).strip() : otherwise;
    }

    private static String readOrEmpty(final Path file)
    {
        try
        {
            return Files.isReadable(file) ? Files.readString(file) : "";
        }
        catch (final IOException e)
        {
            return "";
        }
    }
}
