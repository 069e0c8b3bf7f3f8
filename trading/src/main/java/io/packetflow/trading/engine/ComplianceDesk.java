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
package io.packetflow.trading.engine;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.trading.compliance.ComplianceTrail;
import io.packetflow.trading.compliance.Surveillance;

/** Cold path. ComplianceChecker's resource: the trail of decisions and the counters of surveillance. */
public final class ComplianceDesk implements Stateful
{
    private final ComplianceTrail trail;
    private final Surveillance surveillance;

    ComplianceDesk(final Arena arena, final TradingConfig config)
    {
        trail = new ComplianceTrail(arena, config.trailRecords());
        surveillance = new Surveillance(config.surveillance(), arena);
    }

    /** Returns the trail. */
    public ComplianceTrail trail()
    {
        return trail;
    }

    /** Returns the counters. */
    public Surveillance surveillance()
    {
        return surveillance;
    }

    /** The trail and the counters. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.part("trail", trail);
        state.part("surveillance", surveillance);
    }
}
