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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Cold path. All checks: each id has a text and an evaluator, and nothing has only one of them. */
public final class CheckRegistry
{
    private final Map<String, CheckText> texts = CheckTexts.read();
    private final Map<String, Check> checks = new HashMap<>();

    /** Puts the registry together. */
    public CheckRegistry()
    {
        for (final Map<String, Check> category : List.of(KernelChecks.all(), InterruptChecks.all(), TaskChecks.all(),
            PowerChecks.all(), TopologyChecks.all(), MachineChecks.all(), MemoryChecks.all(), JvmChecks.all(),
            ProcessChecks.all(), JournalChecks.all(), ServiceChecks.all(), ProbeChecks.all()))
        {
            category.forEach((id, check) ->
            {
                if (checks.put(id, check) != null)
                {
                    throw new IllegalStateException("a check must have one evaluator: id=" + id);
                }
            });
        }
        final Set<String> lonely = new TreeSet<>(texts.keySet());
        lonely.removeAll(checks.keySet());
        final Set<String> untold = new TreeSet<>(checks.keySet());
        untold.removeAll(texts.keySet());
        if (!lonely.isEmpty() || !untold.isEmpty())
        {
            throw new IllegalStateException("each check must have a text and an evaluator: without evaluator=" +
                lonely + ", without text=" + untold);
        }
    }

    /** @return the texts, in the order of the categories */
    public List<CheckText> texts()
    {
        return new ArrayList<>(texts.values());
    }

    /**
     * The evaluator of a check.
     *
     * @param id of a check of this registry
     * @return its evaluator
     */
    public Check check(final String id)
    {
        return checks.get(id);
    }
}
