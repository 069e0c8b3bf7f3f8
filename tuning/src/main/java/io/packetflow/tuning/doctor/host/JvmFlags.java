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
package io.packetflow.tuning.doctor.host;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;

/**
 * Cold path. The flags and arguments of a JVM.
 *
 * @param flags     by name
 * @param arguments with which it was started, without the program's own
 * @param version   of the JDK; empty where unknown
 * @param origin    whose they are, in words
 * @param problem   why they are unknown; nothing where they are known
 */
public record JvmFlags(
    Map<String, Flag> flags, List<String> arguments, String version, String origin, Optional<String> problem)
{
    private static final Pattern LINE =
        Pattern.compile("^\\s*\\S+\\s+(\\w+)\\s+:?=\\s*(.*?)\\s*\\{([^}]*)\\}\\s*(?:\\{([^}]*)\\})?\\s*$");

    /**
     * One flag.
     *
     * @param value    as text
     * @param explicit whether somebody set it, rather than the JVM by itself
     */
    public record Flag(String value, boolean explicit)
    {
    }

    /**
     * No flags.
     *
     * @param problem why
     * @return flags that are unknown
     */
    public static JvmFlags unknown(final String problem)
    {
        return new JvmFlags(Map.of(), List.of(), "", "", Optional.of(problem));
    }

    /**
     * The flags of this process, which the launcher started as it starts an engine.
     *
     * @param names of the flags that are wanted
     * @return the flags; those that this JVM does not know, or tells nobody, are left out
     */
    public static JvmFlags ofThisProcess(final List<String> names)
    {
        final HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        final Map<String, Flag> flags = new LinkedHashMap<>();
        for (final String name : names)
        {
            try
            {
                final VMOption option = bean.getVMOption(name);
                flags.put(name, new Flag(option.getValue(), option.getOrigin() == VMOption.Origin.VM_CREATION ||
                    option.getOrigin() == VMOption.Origin.ENVIRON_VAR));
            }
            catch (final IllegalArgumentException unknown)
            {
                // Another JDK has no such flag, or it is diagnostic and locked: a check says which.
                flags.remove(name);
            }
        }
        return new JvmFlags(flags, ManagementFactory.getRuntimeMXBean().getInputArguments(),
            System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
            "the launcher's JVM", Optional.empty());
    }

    /**
     * Parses what {@code jcmd PID VM.flags -all} prints.
     *
     * @param text      that it printed
     * @param arguments of the JVM
     * @param version   of it
     * @param origin    whose they are
     * @return the flags
     */
    public static JvmFlags parse(
        final String text, final List<String> arguments, final String version, final String origin)
    {
        final Map<String, Flag> flags = new LinkedHashMap<>();
        text.lines().forEach(line ->
        {
            final Matcher matcher = LINE.matcher(line);
            if (matcher.matches())
            {
                final String set = matcher.group(4) == null ? "" : matcher.group(4);
                flags.put(matcher.group(1), new Flag(matcher.group(2),
                    set.contains("command line") || set.contains("environment")));
            }
        });
        return flags.isEmpty() ? unknown("the JVM of " + origin + " told no flags") :
            new JvmFlags(flags, arguments, version, origin, Optional.empty());
    }

    /**
     * Asks for a flag.
     *
     * @param name of it
     * @return the flag; nothing where this JVM has none of this name, or does not tell it
     */
    public Optional<Flag> flag(final String name)
    {
        return Optional.ofNullable(flags.get(name));
    }

    /**
     * Asks for a flag's truth.
     *
     * @param name of it
     * @return whether it is there and true
     */
    public boolean isOn(final String name)
    {
        return flag(name).filter(flag -> "true".equals(flag.value())).isPresent();
    }

    /**
     * Asks for a flag's number.
     *
     * @param name of it
     * @return its number; empty where there is none
     */
    public OptionalLong number(final String name)
    {
        return flag(name).map(flag -> HostText.number(flag.value())).orElse(OptionalLong.empty());
    }

    /**
     * Looks for an argument.
     *
     * @param part that it must contain
     * @return the first such argument
     */
    public Optional<String> argument(final String part)
    {
        return arguments.stream().filter(argument -> argument.contains(part)).findFirst();
    }
}
