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
package io.packetflow.engine.optimizer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Cold path. Packs the layout: the areas that other nodes read lie together, right behind the header, so that fewer
 * cache lines cross. Areas of one writer lie together anyway; what two nodes write never shares a line.
 */
final class PackingSearch
{
    private PackingSearch()
    {
    }

    /** Returns the packing, if it is worth it. */
    static Optional<Candidate> candidate(final State state)
    {
        final List<String> crossing = state.predictor().lines().crossing(state.nodeOf());
        if (crossing.isEmpty() || crossing.equals(state.packed()))
        {
            return Optional.empty();
        }
        final State next = state.packing(crossing);
        final Gain gain = Gain.of(state.predict(), next.predict(), state.options().goal());
        return gain.isWorth(state.options().threshold()) ? Optional.of(Candidate.of(StepKind.PACKING,
            "areas of " + Names.list(crossing), () -> reason(state, lines(state) - lines(next)), next, gain)) :
            Optional.empty();
    }

    private static String reason(final State state, final int saved)
    {
        return String.format(Locale.ROOT, "they lie together behind the header: %d cache line%s less to fetch from " +
            "other cores, at %.0f ns each", saved, saved == 1 ? "" : "s", state.costs().host().lineNanos());
    }

    private static int lines(final State state)
    {
        return Arrays.stream(state.predictor().lines().fetched(
            state.nodeOf(), state.schedule(), state.packed(), state.nodes())).sum();
    }
}
