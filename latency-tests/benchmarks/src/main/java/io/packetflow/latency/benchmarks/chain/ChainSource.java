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
package io.packetflow.latency.benchmarks.chain;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;

/** Brings as many instances as it was allowed to; it never ends. */
public final class ChainSource implements InstanceSource
{
    private final ChainInputs inputs;
    private long allowed;
    private long index;

    /**
     * Makes one that may bring nothing yet.
     *
     * @param inputs pairs of numbers
     */
    public ChainSource(final ChainInputs inputs)
    {
        this.inputs = inputs;
    }

    /**
     * Lets it bring more.
     *
     * @param instances that it may bring beyond those before
     */
    public void allow(final long instances)
    {
        allowed += instances;
    }

    @Override
    public long nextTimeNanos()
    {
        return index < allowed ? index : NONE;
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        input.putLong(0, inputs.first(index));
        input.putLong(Long.BYTES, inputs.second(index));
        header.describe(ChainMolecule.KIND.code(), 2 * Long.BYTES);
        header.stamp(0, 0);
        index++;
    }

    @Override
    public void discard(final boolean rejected)
    {
        index++;
    }

    @Override
    public boolean isExhausted()
    {
        return false;
    }
}
