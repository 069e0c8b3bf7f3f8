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
package io.packetflow.engine.calibration;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;

/**
 * Hot path. Brings instances without content: some at a pace, each stamped when it is taken, then some as fast as they
 * are taken, without a stamp. The sequencing node alone uses it, but for {@link #allow}, which is called where one
 * thread does everything.
 */
public final class CalibrationSource implements InstanceSource
{
    private final long paced;
    private final long gapNanos;
    private final boolean ends;
    private long allowed;
    private long taken;
    private long nextNanos;

    /**
     * Makes a source.
     *
     * @param paced instances at a pace
     * @param gapNanos between two of them
     * @param unpaced instances behind them
     * @param ends whether none comes after these, or more may be allowed
     */
    CalibrationSource(final long paced, final long gapNanos, final long unpaced, final boolean ends)
    {
        this.paced = paced;
        this.gapNanos = gapNanos;
        this.allowed = paced + unpaced;
        this.ends = ends;
    }

    /** Allows more instances. */
    void allow(final long instances)
    {
        allowed += instances;
    }

    @Override
    public long nextTimeNanos()
    {
        if (taken >= allowed || (taken < paced && System.nanoTime() - nextNanos < 0))
        {
            return NONE;
        }
        return taken;
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        header.describe(CalibrationMolecule.KIND.code(), 0);
        if (taken < paced)
        {
            final long nowNanos = System.nanoTime();
            nextNanos = nowNanos + gapNanos;
            header.stamp(nowNanos, 0);
        }
        else
        {
            header.stamp(0, 0);
        }
        taken++;
    }

    @Override
    public void discard(final boolean rejected)
    {
        taken++;
    }

    @Override
    public boolean isExhausted()
    {
        return ends && taken >= allowed;
    }
}
