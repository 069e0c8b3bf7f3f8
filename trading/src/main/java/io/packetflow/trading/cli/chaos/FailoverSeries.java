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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.ringbuffers.journal.Durability;

/** Cold path. One journal, from its first primary over standbys that became primaries to the end of its feed. */
final class FailoverSeries implements AutoCloseable
{
    private static final long PAUSE_NANOS = 2_000_000;

    private final FailoverOptions options;
    private final FailoverTally tally;
    private final RunPlace place;
    private final FeedDigests reference;
    private final PairProgram program;
    private final OrdersOut orders;
    private PairProcess primary;
    private PairProcess standby;
    private int epoch;
    private boolean isEnded;
    private FaultPlan plan;

    FailoverSeries(
        final FailoverOptions options, final FailoverTally tally, final RunPlace place, final FeedDigests reference)
    {
        this.options = options;
        this.tally = tally;
        this.place = place;
        this.reference = reference;
        this.program = new PairProgram(options, tally.mode(), place);
        this.orders = new OrdersOut(place.orders());
    }

    /** Starts the first primary. */
    void begin() throws IOException
    {
        primary = program.primary();
        final long startNanos = System.nanoTime();
        while (epoch == 0)
        {
            requireTime(startNanos, "did not begin");
            requireAlive(primary, "a primary ended before it began");
            pause();
            epoch = EpochWords.current(place.journal());
        }
    }

    /** Does the next fault; false where the feed has ended, or all are done. */
    boolean next() throws IOException
    {
        if (isEnded || tally.faults() >= options.common().kills())
        {
            return false;
        }
        plan = FaultPlan.draw(options, tally.mode(), tally.faults() + 1);
        if (standby == null)
        {
            standby = program.standby(plan.fault() != Fault.FENCE);
        }
        if (awaitFollowing(plan.afterNanos()))
        {
            if (plan.fault().isTakeover())
            {
                takeOver();
            }
            else
            {
                replaceStandby();
            }
        }
        return true;
    }

    private void takeOver() throws IOException
    {
        tally.checks().countChecked(0, orders.check());
        final Takeover takeover = new Takeover(place, tally.mode(), options, epoch);
        final OptionalLong time = takeover.run(plan.fault(), primary, standby);
        time.ifPresentOrElse(
            nanos -> tally.countTakeover(plan.fault(), takeover.epochNanos(), nanos), () -> isEnded = true);
        tally.checks().countChecked(0, orders.check());
        adopt(takeover.newEpoch());
    }

    private void adopt(final int newEpoch)
    {
        primary.close();
        primary = standby;
        standby = null;
        epoch = newEpoch;
    }

    /** Where the standby dies nothing more is let go, until another one has caught up. */
    private void replaceStandby() throws IOException
    {
        try (EpochWords words = new EpochWords(place.journal(), epoch, tally.mode()))
        {
            final long startNanos = System.nanoTime();
            standby.kill();
            standby.await(options.common().timeoutSeconds());
            standby.close();
            final long gate = words.acknowledged();
            final FaultPlan following = FaultPlan.draw(options, tally.mode(), tally.faults() + 2);
            standby = program.standby(following.fault() != Fault.FENCE);
            while (!standby.isFollowing())
            {
                requireTime(startNanos, "has no standby again");
                requireAlive(standby, "a standby ended");
                if (words.acknowledged() > gate && !standby.isFollowing())
                {
                    throw new BrokenInvariantException(Invariant.I6, "orders up to instance " + words.acknowledged() +
                        " may leave, but the standby that died had applied those up to " + gate + ", in " +
                        place.journal());
                }
                pause();
            }
            final long bytes = Files.size(place.orders());
            while (Files.size(place.orders()) <= bytes && primary.isAlive())
            {
                requireTime(startNanos, "sends nothing for its new standby");
                pause();
            }
            tally.count(Fault.STANDBY, System.nanoTime() - startNanos);
        }
    }

    /** Waits until the standby has applied all, and some time more; false where something else came in between. */
    private boolean awaitFollowing(final long moreNanos) throws IOException
    {
        final long startNanos = System.nanoTime();
        try (EpochWords words = new EpochWords(place.journal(), epoch, tally.mode()))
        {
            long target = -1;
            long caughtNanos = 0;
            while (caughtNanos == 0 || System.nanoTime() - caughtNanos < moreNanos)
            {
                if (isOver())
                {
                    return false;
                }
                requireTime(startNanos, "did not catch up");
                if (target < 0 && standby.isFollowing())
                {
                    target = words.appended();
                }
                if (caughtNanos == 0 && target >= 0 && words.applied() >= target)
                {
                    caughtNanos = System.nanoTime();
                }
                pause();
            }
            return !isOver();
        }
    }

    /** Whether the feed has ended, or the host let the primary stand still for so long that it was replaced. */
    private boolean isOver() throws IOException
    {
        final int newest = EpochWords.current(place.journal());
        if (newest > epoch)
        {
            tally.countUnasked();
            adopt(newest);
            return true;
        }
        if (!primary.isAlive() && primary.await(options.common().timeoutSeconds()) == ExitCode.OK)
        {
            standby.await(options.common().timeoutSeconds());
            isEnded = true;
            return true;
        }
        if (primary.isAlive())
        {
            requireAlive(standby, "a standby ended although its primary goes on");
        }
        return false;
    }

    /**
     * Goes on to the end of the feed, if nobody has come there, and checks all of it: that the journal holds the feed,
     * and that a process that computes all of it again comes to the same orders and the same state.
     */
    void finish() throws IOException
    {
        String state = isEnded ? RunPlace.stateHash(primary.reports()) : "";
        close();
        if (!isEnded)
        {
            state = toTheEnd(program.last(place.orders()));
        }
        final long instances = new SeriesAudit(place, reference).check();
        tally.checks().countChecked(instances, orders.check());
        place.removeSnapshots();
        final Path computed = place.root().resolve("computed.ouch");
        final String stateAgain = toTheEnd(program.last(computed));
        orders.requireSame(computed);
        if (!state.equals(stateAgain))
        {
            throw new BrokenInvariantException(Invariant.I4, "the state at the end of the feed hashes to " + state +
                ", but to " + stateAgain + " where the whole journal " + place.journal() + " is computed again");
        }
    }

    private String toTheEnd(final PairProcess last) throws IOException
    {
        try (last)
        {
            final int exitCode = last.await(options.common().timeoutSeconds());
            if (exitCode != ExitCode.OK)
            {
                throw new BrokenInvariantException(Invariant.I8, "a process that was to go on to the end of the feed " +
                    "ended with exit code " + exitCode + "; the end of its log, " + last.log() + ":\n" +
                    LogTail.of(last.log()));
            }
            return RunPlace.stateHash(last.reports());
        }
    }

    private static void requireAlive(final PairProcess process, final String what) throws IOException
    {
        if (!process.isAlive())
        {
            throw new BrokenInvariantException(Invariant.I8, what + "; the end of its log, " + process.log() + ":\n" +
                LogTail.of(process.log()));
        }
    }

    private void requireTime(final long startNanos, final String what)
    {
        if (System.nanoTime() - startNanos > TimeUnit.SECONDS.toNanos(options.common().timeoutSeconds()))
        {
            throw new HostException("a pair " + what + " within " + options.common().timeoutSeconds() +
                " s; its files: " + place.root() + "; give it longer with --timeout");
        }
    }

    private static void pause()
    {
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    /** Returns where it is, for people. */
    String where()
    {
        final Durability mode = tally.mode();
        return "mode " + mode.text() + ", fault " + (tally.faults() + 1) + " of " + options.common().kills() +
            (plan == null ? "" : " (" + plan.fault().text() + ")") + "; all files are kept in " + place.root();
    }

    @Override
    public void close()
    {
        if (primary != null)
        {
            primary.close();
        }
        if (standby != null)
        {
            standby.close();
        }
    }
}
