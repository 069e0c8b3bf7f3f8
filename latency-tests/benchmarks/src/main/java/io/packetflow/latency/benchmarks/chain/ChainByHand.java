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
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.MoleculeLayout;

/**
 * The same six steps in one loop over memory of the same layout: as many slots, of the same stride, every number at the
 * place where the engine's plan has it.
 */
final class ChainByHand
{
    private static final int SEQUENCE = InstanceHeader.LAYOUT.offset("sequence");
    private static final int LOGICAL_TIME = InstanceHeader.LAYOUT.offset("logicalTimeNanos");
    private static final int INGRESS = InstanceHeader.LAYOUT.offset("ingressNanos");
    private static final int PLANNED = InstanceHeader.LAYOUT.offset("plannedNanos");
    private static final int KIND = InstanceHeader.LAYOUT.offset("kind");
    private static final int LENGTH = InstanceHeader.LAYOUT.offset("inputLength");
    private static final int SOURCE = InstanceHeader.LAYOUT.offset("source");

    private final ChainInputs inputs;
    private final Slab slots;
    private final int mask;
    private final int stride;
    private final int input;
    private final int add;
    private final int mix;
    private final int offset;
    private final int clamp;
    private final int scale;
    private final int fold;
    private long index;
    private long result;

    ChainByHand(final ChainInputs inputs, final ReactorPlan plan, final Arena arena)
    {
        final MoleculeLayout layout = plan.ring().layout();
        this.inputs = inputs;
        this.slots = arena.allocate(plan.ring().bytes(), layout.alignmentBytes());
        this.mask = plan.ring().capacity() - 1;
        this.stride = layout.strideBytes();
        this.input = layout.offset(ReactorPlan.INPUT_AREA);
        this.add = layout.offset(ChainPackets.ADD);
        this.mix = layout.offset(ChainPackets.MIX);
        this.offset = layout.offset(ChainPackets.OFFSET);
        this.clamp = layout.offset(ChainPackets.CLAMP);
        this.scale = layout.offset(ChainPackets.SCALE);
        this.fold = layout.offset(ChainPackets.FOLD);
    }

    /** Runs instances as the engine does: a header line, then six steps, each from memory to memory. */
    long run(final int instances)
    {
        for (int i = 0; i < instances; i++)
        {
            final int slot = ((int)index & mask) * stride;
            take(slot);
            writeHeader(slot);
            steps(slot);
            index++;
        }
        return result;
    }

    /** Runs instances as nobody can who splits the steps: no header, and each number handed on in a register. */
    long runInRegisters(final int instances)
    {
        for (int i = 0; i < instances; i++)
        {
            final int slot = ((int)index & mask) * stride;
            take(slot);
            stepsInRegisters(slot);
            index++;
        }
        return result;
    }

    private void take(final int slot)
    {
        slots.putLong(slot + input, inputs.first(index));
        slots.putLong(slot + input + Long.BYTES, inputs.second(index));
    }

    private void writeHeader(final int slot)
    {
        slots.putLong(slot + SEQUENCE, index + 1);
        slots.putLong(slot + LOGICAL_TIME, index);
        slots.putLong(slot + INGRESS, 0);
        slots.putLong(slot + PLANNED, 0);
        slots.putInt(slot + KIND, ChainMolecule.KIND.code());
        slots.putInt(slot + LENGTH, 2 * Long.BYTES);
        slots.putInt(slot + SOURCE, 0);
    }

    private void steps(final int slot)
    {
        slots.putLong(slot + add, ChainSteps.add(read(slot, input), read(slot, input + Long.BYTES)));
        slots.putLong(slot + mix, ChainSteps.mix(read(slot, add)));
        slots.putLong(slot + offset, ChainSteps.offset(read(slot, mix), read(slot, input)));
        slots.putLong(slot + clamp, ChainSteps.clamp(read(slot, offset), read(slot, input + Long.BYTES)));
        slots.putLong(slot + scale, ChainSteps.scale(read(slot, clamp)));
        final long folded = ChainSteps.fold(read(slot, scale), read(slot, add));
        slots.putLong(slot + fold, folded);
        result += folded;
    }

    private long read(final int slot, final int place)
    {
        return slots.getLong(slot + place);
    }

    private void stepsInRegisters(final int slot)
    {
        final long first = inputs.first(index);
        final long second = inputs.second(index);
        final long sum = ChainSteps.add(first, second);
        slots.putLong(slot + add, sum);
        final long mixed = ChainSteps.mix(sum);
        slots.putLong(slot + mix, mixed);
        final long moved = ChainSteps.offset(mixed, first);
        slots.putLong(slot + offset, moved);
        final long clamped = ChainSteps.clamp(moved, second);
        slots.putLong(slot + clamp, clamped);
        final long scaled = ChainSteps.scale(clamped);
        slots.putLong(slot + scale, scaled);
        final long folded = ChainSteps.fold(scaled, sum);
        slots.putLong(slot + fold, folded);
        result += folded;
    }
}
