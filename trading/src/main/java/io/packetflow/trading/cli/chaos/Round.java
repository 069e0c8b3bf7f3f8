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

import io.packetflow.engine.cli.ExitCode;

/** Cold path. One journal and its order file from the first process to the end of the feed. */
final class Round
{
    private final RunPlace place;
    private final ProcessRunner runner;
    private final Reference reference;
    private final Tally tally;
    private final DeathAudit deathAudit;
    private final OrderAudit orderAudit;
    private JournalState state = JournalState.NONE;
    private int lives;

    Round(final RunPlace place, final ProcessRunner runner, final Reference reference, final Tally tally)
    {
        this.place = place;
        this.runner = runner;
        this.reference = reference;
        this.tally = tally;
        this.deathAudit = new DeathAudit(place.journal(), tally.mode(), reference.inputs());
        this.orderAudit = new OrderAudit(reference.orders(), place.orders());
    }

    /**
     * Lets a process live until it is killed, or until the end of the feed.
     *
     * @param plan of the kill, null for none
     * @param hook that comes before the audit
     * @return whether it was killed; if not, the round is over
     */
    boolean live(final KillPlan plan, final DeathHook hook) throws IOException
    {
        tally.countLife();
        final Death death = runner.run(place, ++lives, plan, state, tally.times());
        if (death.isKilled())
        {
            tally.countKill(plan.moment());
            hook.afterDeath(place.journal(), tally.kills());
        }
        else
        {
            requireGoodEnd(death);
        }
        tally.times().add(death, state.sequence() > 0);
        audit(death);
        if (!death.isKilled())
        {
            requireSameEnd();
        }
        return death.isKilled();
    }

    private void audit(final Death death) throws IOException
    {
        final JournalState found = deathAudit.check(death.acknowledged(), state);
        final long orders = orderAudit.check(death.orderBytes());
        tally.countChecked(Math.max(0, death.acknowledged() - state.sequence()), orders, found.end());
        state = found;
    }

    /** The run without a kill came to its end on this host: where one after a kill does not, the kill is the cause. */
    private static void requireGoodEnd(final Death death) throws IOException
    {
        if (death.exitCode() == ExitCode.OK)
        {
            return;
        }
        final String tail = LogTail.of(death.log());
        throw new BrokenInvariantException(invariantOf(death.exitCode(), tail), "a process that was to go on ended " +
            "with exit code " + death.exitCode() + "; the end of its log, " + death.log() + ":\n" + tail);
    }

    private static Invariant invariantOf(final int exitCode, final String log)
    {
        if (exitCode == ExitCode.VERDICT_AGAINST)
        {
            return Invariant.I4;
        }
        return log.contains("the journal leads to") ? Invariant.I6 : Invariant.I8;
    }

    private void requireSameEnd() throws IOException
    {
        if (state.inputs() != reference.inputs().count())
        {
            throw new BrokenInvariantException(Invariant.I4, "the feed has led to " + state.inputs() +
                " instances in the journal " + place.journal() + ", but to " + reference.inputs().count() +
                " in the run that nobody killed");
        }
        orderAudit.requireAll();
        final String stateHash = place.stateHash();
        if (!stateHash.equals(reference.stateHash()))
        {
            throw new BrokenInvariantException(Invariant.I4, "the state at the end of the feed hashes to " + stateHash +
                ", that of the run that nobody killed to " + reference.stateHash() + "; the journal is " +
                place.journal());
        }
    }

    /** Returns how many instances in the journal the feed has led to. */
    long inputs()
    {
        return state.inputs();
    }
}
