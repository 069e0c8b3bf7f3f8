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
package io.packetflow.trading.venue;

import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. What happened at a {@link SimulatedVenue}, counted by its thread; read by others when it rests.
 */
public final class VenueCounters implements Stateful
{
    long accepted;
    long replaced;
    long canceled;
    long rejected;
    long fills;
    long filledQuantity;
    long refusedInputs;
    long suppressedFills;
    long malformedInputs;
    long ignoredInputs;
    long timeReversals;

    VenueCounters()
    {
    }

    /** Returns how many orders were accepted. */
    public long accepted()
    {
        return accepted;
    }

    /** Returns how many orders were replaced. */
    public long replaced()
    {
        return replaced;
    }

    /** Returns how many cancels were reported, whoever wanted them. */
    public long canceled()
    {
        return canceled;
    }

    /** Returns how many requests were answered by a rejection. */
    public long rejected()
    {
        return rejected;
    }

    /** Returns how many executions were reported. */
    public long fills()
    {
        return fills;
    }

    /** Returns how many shares they traded. */
    public long filledQuantity()
    {
        return filledQuantity;
    }

    /** Returns how many messages were refused because the queue of answers was full; nothing of them was done. */
    public long refusedInputs()
    {
        return refusedInputs;
    }

    /** Returns how many fills did not happen because the queue of answers was full. */
    public long suppressedFills()
    {
        return suppressedFills;
    }

    /** Returns how many messages had an unknown type or a wrong length. */
    public long malformedInputs()
    {
        return malformedInputs;
    }

    /**
     * Returns how many cancels and modifies named no resting order, or asked for nothing; the protocol
     * ignores them.
     */
    public long ignoredInputs()
    {
        return ignoredInputs;
    }

    /** Returns how many inputs were stamped before an earlier one; they were taken as simultaneous with it. */
    public long timeReversals()
    {
        return timeReversals;
    }

    /** Cold. All counts. */
    @Override
    public void exchange(final StateExchange state)
    {
        accepted = state.int64("accepted", accepted);
        replaced = state.int64("replaced", replaced);
        canceled = state.int64("canceled", canceled);
        rejected = state.int64("rejected", rejected);
        fills = state.int64("fills", fills);
        filledQuantity = state.int64("filledQuantity", filledQuantity);
        refusedInputs = state.int64("refusedInputs", refusedInputs);
        suppressedFills = state.int64("suppressedFills", suppressedFills);
        malformedInputs = state.int64("malformedInputs", malformedInputs);
        ignoredInputs = state.int64("ignoredInputs", ignoredInputs);
        timeReversals = state.int64("timeReversals", timeReversals);
    }
}
