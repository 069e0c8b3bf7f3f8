package io.packetflow.trading.engine;

import io.packetflow.layout.memory.Arena;
import io.packetflow.trading.compliance.ComplianceTrail;
import io.packetflow.trading.compliance.Surveillance;

/** Cold path. ComplianceChecker's resource: the trail of decisions and the counters of surveillance. */
public final class ComplianceDesk
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
}
