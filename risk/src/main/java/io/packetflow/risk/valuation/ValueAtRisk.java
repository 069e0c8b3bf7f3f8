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
package io.packetflow.risk.valuation;

import io.packetflow.layout.state.Stateful;

/**
 * Hot path. A method that says what an account may lose: told of each change of an exposure by {@link PortfolioRisk},
 * asked by whoever holds limits. Single owner: the thread that books fills and prices. Nothing of it allocates, save
 * for the message of a programmer's error.
 *
 * <p>Exposures are what positions are worth, in units of 0.01 (E2), short ones negative. Answers are money in units of
 * 0.0001 (E4), losses positive, rounded up; a negative one means that even the tail gains. Confidence is in parts per
 * million: 990 000 is 99 %. All answers are for the horizon of the returns that the method was given, a day for daily
 * ones.
 *
 * <p><b>Which is right when.</b> {@link HistoricalVar} supposes no distribution: fat tails, skew and what moves
 * together in a crash are in it as far as they are in its scenarios, and nothing else is. It needs some hundred
 * scenarios that still say something about tomorrow; its tail rests on few of them (5 of 500 at 99 %), so it moves in
 * steps, and a calm window makes it blind. {@link DeltaNormalVar} supposes that returns are jointly normal: it is
 * smooth, needs few numbers, follows volatility as fast as its covariances do and speaks of any confidence. It
 * understates fat tails, the more the further out. Take the first for limits and capital, the second for intraday
 * steering of liquid, linear books and to see by how much the two differ; neither for a book whose risk is optionality.
 */
public interface ValueAtRisk extends Stateful
{
    /**
     * Says whether a change keeps all sums within 64 bits.
     *
     * @param account index
     * @param instrument index
     * @param fromE2 exposure before
     * @param toE2 exposure after
     * @return whether {@link #onExposure} may be called with the same
     */
    boolean fits(int account, int instrument, long fromE2, long toE2);

    /**
     * Takes a change that fits.
     *
     * @param account index
     * @param instrument index
     * @param fromE2 exposure before
     * @param toE2 exposure after
     */
    void onExposure(int account, int instrument, long fromE2, long toE2);

    /**
     * Computes an account anew from all of its exposures; the result is what was there before, bit for bit.
     *
     * @param account index
     */
    void revalue(int account);

    /**
     * Returns the loss that is not exceeded with a probability.
     *
     * @param account index
     * @param confidencePpm 1 to 999 999
     * @return the loss, rounded up
     * @throws IllegalArgumentException if there is no such account or confidence
     */
    long valueAtRiskE4(int account, int confidencePpm);

    /**
     * Returns the mean of the losses in the tail behind {@link #valueAtRiskE4}.
     *
     * @param account index
     * @param confidencePpm 1 to 999 999
     * @return the mean loss, rounded up; never below the value at risk
     * @throws IllegalArgumentException if there is no such account or confidence
     */
    long expectedShortfallE4(int account, int confidencePpm);

    /** Returns a hash of all that the method holds, equal for equal content whatever the size of its tables. */
    long stateHash();
}
