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

import java.util.concurrent.ExecutionException;

import exchange.core2.core.ExchangeApi;
import exchange.core2.core.ExchangeCore;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.CoreWaitStrategy;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.api.ApiAddUser;
import exchange.core2.core.common.api.ApiAdjustUserBalance;
import exchange.core2.core.common.api.ApiCommand;
import exchange.core2.core.common.api.ApiOrderBookRequest;
import exchange.core2.core.common.api.ApiReset;
import exchange.core2.core.common.api.binary.BatchAddSymbolsCommand;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.common.config.PerformanceConfiguration;

import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/**
 * Hot path, once it is made. exchange-core as a whole: grouping, risk (the user's funds), matching and results, each a
 * thread that yields while it waits; one symbol, one user with more than enough funds, no journal. One thread sends.
 */
final class ExchangeCoreEngine implements AutoCloseable
{
    private static final int SYMBOL = 1;
    private static final int BASE = 1;
    private static final int QUOTE = 2;
    private static final long USER = 1;
    private static final long FUNDS = 1_000_000_000_000_000L;

    private final OrderFlow flow;
    private final ExchangeCoreResults results = new ExchangeCoreResults();
    private final IdleStrategy waiting = new YieldingIdleStrategy();
    private final ExchangeCore core;
    private final ExchangeApi api;
    private long sent;

    ExchangeCoreEngine(final OrderFlow flow)
    {
        this.flow = flow;
        core = ExchangeCore.builder().resultsConsumer((command, sequence) -> results.take(command))
            .exchangeConfiguration(ExchangeConfiguration.defaultBuilder().performanceCfg(
                PerformanceConfiguration.baseBuilder().waitStrategy(CoreWaitStrategy.YIELDING).build()).build())
            .build();
        core.startup();
        api = core.getApi();
    }

    /** Empties it and gives it its symbol and its user again; cold. */
    void clear() throws ExecutionException, InterruptedException
    {
        require(api.submitCommandAsync(ApiReset.builder().build()).get());
        require(api.submitBinaryDataAsync(new BatchAddSymbolsCommand(CoreSymbolSpecification.builder()
            .symbolId(SYMBOL).type(SymbolType.CURRENCY_EXCHANGE_PAIR).baseCurrency(BASE).quoteCurrency(QUOTE)
            .baseScaleK(1).quoteScaleK(1).build())).get());
        submit(ApiAddUser.builder().uid(USER).build());
        submit(ApiAdjustUserBalance.builder().uid(USER).currency(BASE).amount(FUNDS).transactionId(1)
            .build());
        submit(ApiAdjustUserBalance.builder().uid(USER).currency(QUOTE).amount(FUNDS).transactionId(2)
            .build());
        results.clear();
        sent = 0;
    }

    private void submit(final ApiCommand command) throws ExecutionException, InterruptedException
    {
        require(api.submitCommandAsync(command).get());
    }

    private static void require(final CommandResultCode result)
    {
        if (result != CommandResultCode.SUCCESS && result != CommandResultCode.ACCEPTED)
        {
            throw new IllegalStateException("exchange-core refuses what it is set up with: " + result);
        }
    }

    /** Sends an operation, waiting while its ring is full. */
    void send(final int operation)
    {
        if (flow.type(operation) == OrderFlow.ADD)
        {
            api.placeNewOrder(0, 0L, 0L, flow.reference(operation), 0, flow.price(operation), flow.price(operation),
                flow.quantity(operation), flow.isBuy(operation) ? OrderAction.BID : OrderAction.ASK, OrderType.GTC,
                SYMBOL, USER);
        }
        else
        {
            api.cancelOrder(0, 0L, 0L, flow.reference(operation), SYMBOL, USER);
        }
        sent++;
    }

    /** Waits for the results of all that was sent. */
    void await()
    {
        while (results.count() < sent)
        {
            waiting.idle();
        }
    }

    BookState state() throws ExecutionException, InterruptedException
    {
        final OrderCommand answer = api.submitCommandAsyncFullResponse(
            ApiOrderBookRequest.builder().symbol(SYMBOL).size(Integer.MAX_VALUE).build()).get();
        return ExchangeCoreBook.state(answer.marketData);
    }

    long executedQuantity()
    {
        return results.executedQuantity();
    }

    long trades()
    {
        return results.trades();
    }

    @Override
    public void close()
    {
        core.shutdown();
    }
}
