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
package io.packetflow.engine.cli;

import io.packetflow.engine.config.Origin;
import io.packetflow.engine.config.ReactorKeys;
import io.packetflow.engine.config.ReactorSettings;

import picocli.CommandLine.Option;

/** Cold path. The options that stand for settings of the plan. */
public final class PlanOptionsMixin
{
    @Option(names = "--plan", paramLabel = "PLAN",
        description = "auto, one-node, two-nodes or node-per-group (default: packetflow.plan, auto)")
    private String plan;

    @Option(names = "--grouping", paramLabel = "GROUPING",
        description = "fused, strict or unfused (default: packetflow.grouping, fused)")
    private String grouping;

    /** Returns whether a grouping is given. */
    public boolean hasGrouping()
    {
        return grouping != null;
    }

    /**
     * Returns the settings of the command line with these options in them.
     *
     * @param root of the command
     */
    public ReactorSettings.Builder settings(final PacketFlowCommand root)
    {
        final ReactorSettings.Builder builder = root.settingsBuilder();
        if (plan != null)
        {
            builder.set(ReactorKeys.PLAN.name(), plan, Origin.option("--plan"));
        }
        if (grouping != null)
        {
            builder.set(ReactorKeys.GROUPING.name(), grouping, Origin.option("--grouping"));
        }
        return builder;
    }
}
