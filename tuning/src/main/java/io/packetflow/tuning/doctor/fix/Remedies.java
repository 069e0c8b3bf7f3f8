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
package io.packetflow.tuning.doctor.fix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.tuning.doctor.check.CheckText.Action;
import io.packetflow.tuning.doctor.check.CheckText.Kind;
import io.packetflow.tuning.doctor.check.CpuWords;
import io.packetflow.tuning.doctor.report.Diagnosis;
import io.packetflow.tuning.doctor.report.Outcome;

/**
 * Cold path. What the checks that do not hold ask for, put together: each parameter, setting and file once.
 *
 * @param boot    parameters of the kernel, in order
 * @param sysctls settings with their values
 * @param writes  files with their texts
 * @param byHand  what no script does, with the check's id
 * @param reasons ids of the checks that want a setting or a file, by its name
 */
record Remedies(
    List<String> boot,
    Map<String, String> sysctls,
    Map<String, String> writes,
    Map<String, String> byHand,
    Map<String, String> reasons)
{
    static Remedies of(final Diagnosis diagnosis)
    {
        final CpuWords words = new CpuWords(diagnosis.host().placement());
        final Map<String, String> boot = new LinkedHashMap<>();
        final Map<String, String> sysctls = new LinkedHashMap<>();
        final Map<String, String> writes = new LinkedHashMap<>();
        final Map<String, String> byHand = new LinkedHashMap<>();
        final Map<String, String> reasons = new LinkedHashMap<>();
        for (final Outcome outcome : diagnosis.outcomes())
        {
            if (!outcome.isAgainst())
            {
                continue;
            }
            final String id = outcome.text().id();
            for (final Action action : outcome.text().actions())
            {
                final String text = words.fill(action.text());
                switch (action.kind())
                {
                    case BOOT -> List.of(text.split(" ", -1)).forEach(parameter -> boot.put(parameter, id));
                    case SYSCTL -> put(sysctls, reasons, text.split("=", 2), id);
                    case WRITE -> each(text, diagnosis.host().pinned())
                        .forEach(line -> put(writes, reasons, line.split(" ", 2), id));
                    default -> throw new IllegalStateException("unknown kind of action: " + action.kind());
                }
            }
            if (outcome.text().actions().stream().noneMatch(action -> action.kind() != Kind.BOOT) &&
                !outcome.text().fix().isEmpty())
            {
                byHand.put(id, words.fill(outcome.text().fix()));
            }
        }
        return new Remedies(new ArrayList<>(boot.keySet()), sysctls, writes, byHand, reasons);
    }

    private static void put(
        final Map<String, String> values, final Map<String, String> reasons, final String[] pair, final String id)
    {
        values.put(pair[0], pair[1]);
        reasons.put(pair[0], id);
    }

    private static List<String> each(final String text, final CpuSet cpus)
    {
        return text.contains("{each}") ?
            cpus.stream().mapToObj(cpu -> text.replace("{each}", String.valueOf(cpu))).toList() : List.of(text);
    }
}
