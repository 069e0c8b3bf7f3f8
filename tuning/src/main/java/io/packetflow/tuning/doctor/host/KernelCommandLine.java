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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.packetflow.affinity.topology.CpuSet;

/**
 * Cold path. The parameters with which the kernel was started. Blanks part them, double quotes hold one together, and
 * what follows {@code --} belongs to init. The last one of a name counts; dashes and underscores are the same.
 */
public final class KernelCommandLine
{
    private final List<String> parameters = new ArrayList<>();

    /**
     * Parses a command line.
     *
     * @param text of {@code /proc/cmdline}
     */
    public KernelCommandLine(final String text)
    {
        final StringBuilder parameter = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++)
        {
            final char c = text.charAt(i);
            quoted ^= c == '"';
            if (Character.isWhitespace(c) && !quoted)
            {
                add(parameter);
            }
            else if (c != '"')
            {
                parameter.append(c);
            }
        }
        add(parameter);
        final int end = parameters.indexOf("--");
        if (end >= 0)
        {
            parameters.subList(end, parameters.size()).clear();
        }
    }

    private void add(final StringBuilder parameter)
    {
        if (parameter.length() > 0)
        {
            parameters.add(parameter.toString());
            parameter.setLength(0);
        }
    }

    /** @return the parameters of the kernel, in order */
    public List<String> parameters()
    {
        return List.copyOf(parameters);
    }

    /**
     * Looks for a parameter.
     *
     * @param name of it, without its value
     * @return whether it is there, with a value or without
     */
    public boolean has(final String name)
    {
        return value(name).isPresent();
    }

    /**
     * Looks for a parameter's value.
     *
     * @param name of the parameter
     * @return the value of the last one; empty text where it has none; nothing where there is no such parameter
     */
    public Optional<String> value(final String name)
    {
        Optional<String> found = Optional.empty();
        for (final String parameter : parameters)
        {
            final int equalsIndex = parameter.indexOf('=');
            final String key = equalsIndex < 0 ? parameter : parameter.substring(0, equalsIndex);
            if (key.replace('-', '_').equals(name.replace('-', '_')))
            {
                found = Optional.of(equalsIndex < 0 ? "" : parameter.substring(equalsIndex + 1));
            }
        }
        return found;
    }

    /**
     * Looks for a list of CPUs. Words before the list, as {@code isolcpus=managed_irq,domain,2-3} has them, are left
     * out.
     *
     * @param name of the parameter
     * @return the CPUs; empty where there is no such parameter, or its value is no list
     */
    public CpuSet cpus(final String name)
    {
        return value(name)
            .map(value -> Stream.of(value.split(",", -1))
                .filter(part -> !part.matches("[a-z_]+")).collect(Collectors.joining(",")))
            .flatMap(HostText::cpus)
            .orElse(CpuSet.EMPTY);
    }
}
