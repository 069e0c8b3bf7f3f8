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
package io.packetflow.trading.cli.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import io.packetflow.ringbuffers.journal.Durability;

/**
 * Cold path. When one process is to be killed, drawn from seed, mode and number of the kill alone: the same command
 * draws the same plans, however the machine is loaded.
 *
 * @param moment in the middle of what
 * @param fraction 0 to 1, how far into it
 * @param isBySync whether a change of segments is that of the disk and not that of the appender
 * @param isOptimized whether the process compiles its code to the end, and does not stop at what starts quickly
 */
record KillPlan(Moment moment, double fraction, boolean isBySync, boolean isOptimized)
{
    private static final int MODE_STEP = 1_000_003;
    private static final int OPTIMIZED_SHARE = 4;
    private static final int SHORTEST_RECORD = 64;
    /** A deck of moments, dealt out before it is shuffled again, so that few kills already meet all of them. */
    private static final List<Moment> DECK = List.of(
        Moment.RUNNING, Moment.RUNNING, Moment.RUNNING, Moment.ROLL, Moment.ROLL,
        Moment.SNAPSHOT, Moment.SNAPSHOT, Moment.START, Moment.RECOVERY, Moment.EPOCH);

    /**
     * Draws a plan.
     *
     * @param seed of the campaign
     * @param mode of the journal
     * @param kill number, from 1
     */
    static KillPlan draw(final long seed, final Durability mode, final int kill)
    {
        final long seedOfMode = seed + (long)MODE_STEP * (mode.code() + 1);
        final SplittableRandom random = new SplittableRandom(seedOfMode + kill);
        return new KillPlan(deal(seedOfMode, kill - 1), random.nextDouble(), random.nextBoolean(),
            random.nextInt(OPTIMIZED_SHARE) == 0);
    }

    private static Moment deal(final long seedOfMode, final int index)
    {
        final List<Moment> deck = new ArrayList<>(DECK);
        Collections.shuffle(deck, new Random(seedOfMode - index / DECK.size()));
        return deck.get(index % DECK.size());
    }

    /** Returns the same plan, or another moment where a process adds too little to come to the end of a segment. */
    KillPlan within(final long stride)
    {
        return moment == Moment.ROLL && stride * SHORTEST_RECORD < TradeProgram.SEGMENT_BYTES ?
            new KillPlan(Moment.RUNNING, fraction, isBySync, isOptimized) : this;
    }
}
