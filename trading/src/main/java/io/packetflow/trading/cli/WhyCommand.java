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
package io.packetflow.trading.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.EngineRefusals;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.cli.journal.JournalView;
import io.packetflow.engine.cli.journal.ScanProgress;
import io.packetflow.engine.reactor.OfflineReplay;
import io.packetflow.trading.engine.TradingEngine;
import io.packetflow.trading.strategy.MarketMaker;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow why}: what made the engine send an order, and what became of it. */
@Command(
    name = "why",
    header = "Explain an order: what caused it, and what became of it.",
    description = {
        "Replays the journal to the instance that decided on the order, and prints what came in, the inside of the " +
            "book, rule and intent of the strategy, the limits in force and the verdict of risk; then goes on to the " +
            "end of the journal and prints what became of it.",
        "An order that risk refused was never sent; its number is explained all the same."},
    footer = {
        "",
        "Exit codes: 0 explained, 2 usage, or no such order, 3 no journal, or the order was pruned, 4 it cannot be " +
            "read."})
final class WhyCommand implements Callable<Integer>
{
    private static final long MAX_USER_REF = 0xFFFF_FFFFL;

    @ParentCommand
    private PacketFlowCommand root;

    @Parameters(paramLabel = "ORDER", description = "UserRefNum of the order, as in its OUCH message")
    private long order;

    @Option(names = "--journal", paramLabel = "DIR", required = true, description = "directory of the journal")
    private Path directory;

    @Override
    public Integer call() throws IOException
    {
        if (order < 1 || order > MAX_USER_REF)
        {
            throw new UsageException("ORDER is a UserRefNum, 1 to " + MAX_USER_REF + ": " + order);
        }
        final JournalView view = JournalView.open(directory);
        final TradingReplay setup = new TradingReplay(root, view);
        return EngineRefusals.translate(() ->
        {
            try (OfflineReplay replay = OfflineReplay.ofOldest(setup.context()))
            {
                explain(setup, replay);
                return ExitCode.OK;
            }
        });
    }

    private void explain(final TradingReplay setup, final OfflineReplay replay)
    {
        final MarketMaker maker = replay.resource(TradingEngine.STRATEGY, MarketMaker.class);
        if (isGiven(maker))
        {
            throw new BadDataException("order " + order + " is from before instance " + (replay.startSequence() + 1) +
                ", the first that can be replayed; what lay before was pruned");
        }
        final PrintWriter out = root.terminal().out();
        final OrderLife life;
        try (ScanProgress progress = new ScanProgress(
            root.terminal(), "replaying", OptionalLong.of(replay.report().lastSequence())))
        {
            final OrderStory story = new OrderStory(replay, setup.config(), (int)order);
            final boolean isFound = replay.walk(replay.report().lastSequence(), instance ->
            {
                progress.accept(instance.header().sequence());
                return !isGiven(maker) || !story.tell(instance);
            });
            if (!isFound)
            {
                throw noSuchOrder(maker);
            }
            out.print(story.text());
            life = new OrderLife(replay, (int)order);
            replay.walk(replay.report().lastSequence(), instance ->
            {
                progress.accept(instance.header().sequence());
                life.follow(instance);
                return true;
            });
        }
        // Behind the progress line, which is gone by then.
        out.print(life.text());
    }

    private boolean isGiven(final MarketMaker maker)
    {
        return Integer.compareUnsigned(maker.lastUserRef(), (int)order) >= 0;
    }

    private UsageException noSuchOrder(final MarketMaker maker)
    {
        final long last = Integer.toUnsignedLong(maker.lastUserRef());
        return new UsageException(order > last ? "the journal " + directory + " has no order " + order +
            ": the last one is " + last : "there never was an order " + order +
            ": the strategy left the number out, as one of a live order stood in its place");
    }
}
