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
package io.packetflow.latency.peers.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both books end as the simple matcher says, level by level, and exchange-core executes what that one executes. */
class BooksTest
{
    private static final int OPERATIONS = 50_000;

    @ParameterizedTest
    @EnumSource(FlowKind.class)
    void shouldEndAlike(final FlowKind kind)
    {
        final OrderFlow flow = new OrderFlow(kind, OPERATIONS);
        final SimpleMatcher matcher = SimpleMatcher.match(flow);

        for (final BookKind each : BookKind.values())
        {
            try (MeasuredBook book = each.make(flow, matcher))
            {
                applyTwice(book);
                BookCheck.require(book, matcher);
            }
        }
        assertThat(matcher.state().restingOrders()).isBetween(500L, 1_300L);
    }

    /** The second time in pieces, from an empty book again. */
    private static void applyTwice(final MeasuredBook book)
    {
        book.apply(0, OPERATIONS);
        book.clear();
        book.apply(0, 1);
        book.apply(1, OPERATIONS);
    }

    @Test
    void shouldTradeOnlyWhereOrdersCross()
    {
        assertThat(SimpleMatcher.match(new OrderFlow(FlowKind.PASSIVE, OPERATIONS)).trades()).isZero();
        assertThat(SimpleMatcher.match(new OrderFlow(FlowKind.CROSSING, OPERATIONS)).trades()).isGreaterThan(1_000);
    }

    @Test
    void shouldNoticeABookThatEndsDifferently()
    {
        final SimpleMatcher matcher = SimpleMatcher.match(new OrderFlow(FlowKind.CROSSING, OPERATIONS));
        final OrderFlow other = new OrderFlow(FlowKind.PASSIVE, OPERATIONS);

        try (MeasuredBook book = BookKind.EXCHANGE_CORE.make(other, matcher))
        {
            book.apply(0, OPERATIONS);

            assertThatThrownBy(() -> BookCheck.require(book, matcher))
                .hasMessageStartingWith("the book ends differently: executed quantity");
        }
        assertThat(List.of(BookKind.values())).hasSize(2);
    }
}
