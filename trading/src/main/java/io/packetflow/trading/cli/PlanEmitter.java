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
package io.packetflow.trading.cli;

import java.util.List;
import java.util.Map;

import io.packetflow.affinity.plan.CorePlan;
import io.packetflow.affinity.topology.CpuTopology;

/**
 * Cold path. Writes how a plan is launched; found by {@link java.util.ServiceLoader}, for the module that knows units
 * and scripts stands above this one.
 */
public interface PlanEmitter
{
    /** What starts the engine. */
    enum Form
    {
        /** Units of systemd and their environment. */
        SYSTEMD,
        /** The environment alone. */
        ENV,
        /** A shell script. */
        SCRIPT
    }

    /**
     * Writes the files.
     *
     * @param form     of the launch
     * @param cores    on which the engine runs
     * @param topology of the host
     * @param options  of {@code packetflow trade} that give this plan on that host, whoever else runs there
     * @return texts by file name, in the order in which they are read; one that begins with {@code #!} is executable
     */
    Map<String, String> emit(Form form, CorePlan cores, CpuTopology topology, List<String> options);
}
