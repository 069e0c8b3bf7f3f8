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
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.engine.control.ControlFile;
import io.packetflow.engine.reactor.NodeStatus;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.engine.reactor.ReactorException;
import io.packetflow.engine.reactor.ReactorState;
import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.engine.telemetry.JitterFloor;
import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.trading.engine.ItchFeedSource;
import io.packetflow.trading.engine.OrderOutput;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;

/**
 * Cold path. One run of the TradingEngine over a feed: prepared, warmed up, opened, watched until nothing is left to do
 * or somebody stops it.
 */
final class TradeRun implements AutoCloseable
{
    private static final long WATCH_NANOS = 50_000_000L;
    private static final long JITTER_NANOS = 100_000_000L;

    private final TradeSetup setup;
    private final HostFingerprint host;
    private final ControlFile control;
    private final InstrumentList instruments;
    private final OrderRecovery recovery;
    private final Reactor reactor;
    private ItchFeedSource source;
    private OrderFile orderFile;
    private IOException orderFailure;
    private ReactorException end;
    private LatencySeries jitter;
    private long startMillis;
    private long endMillis;
    private long elapsedNanos;
    private boolean stopped;

    /**
     * Prepares a run: everything but the open gate.
     *
     * @param setup of the run
     * @param host on which it takes place
     */
    TradeRun(final TradeSetup setup, final HostFingerprint host) throws IOException
    {
        this.setup = setup;
        this.host = host;
        this.recovery = setup.journal() == null || setup.orders() == null ? null : new OrderRecovery(setup.orders());
        this.control = ControlFile.create(setup.settings().controlDirectory());
        InstrumentList written = null;
        try (TradeFeed warmUpFeed = setup.settings().warmup() ? TradeFeed.forWarmUp(setup.feed().profile()) : null)
        {
            final TradingConfig config = setup.config();
            written = InstrumentList.write(control.path(), config.symbols(), setup.feed().profile().locates());
            final ReactorContext context =
                setup.context(config, control.source(), warmUpFeed, made -> this.source = made);
            if (setup.journal() != null)
            {
                context.onRecovery(new FeedRecovery(
                    setup.journal().directory(), setup.feed().identity(), Optional.ofNullable(recovery)));
            }
            this.reactor = Reactor.prepare(context);
            this.instruments = written;
        }
        catch (final IOException | RuntimeException | Error e)
        {
            closeAfter(e, written);
            throw e;
        }
    }

    private void closeAfter(final Throwable failure, final InstrumentList written)
    {
        control.close();
        try
        {
            if (written != null)
            {
                written.close();
            }
        }
        catch (final IOException e)
        {
            failure.addSuppressed(e);
        }
    }

    /**
     * Opens the gate and waits for the end.
     *
     * @param stopRequested asked now and then whether to end it early
     * @param whenOpen what is said first; a standby that takes over says nothing before its gate is open
     */
    void run(final BooleanSupplier stopRequested, final Runnable whenOpen) throws IOException
    {
        if (setup.standby() == null)
        {
            measureJitter();
        }
        final OrderOutput output = reactor.resource(TradingEngine.OUTPUT, OrderOutput.class);
        if (setup.orders() != null)
        {
            // Half of the room stays behind the reader: what was read and not yet written can be sent again.
            source.holdBackFor(output, 2L * (reactor.plan().ring().capacity() + 1) + output.capacity() / 2);
            orderFile = new OrderFile(
                recovery == null ? OrderFileWriter.begin(setup.orders()) : recovery.finish(), output,
                reactor.plan().nodeCpus());
        }
        final TradeProgress progress = new TradeProgress(setup.terminal(), source::sentCount, output::count);
        startMillis = System.currentTimeMillis();
        final long startNanos = System.nanoTime();
        try
        {
            reactor.open();
            whenOpen.run();
            watch(stopRequested, progress);
            elapsedNanos = System.nanoTime() - startNanos;
            // The end of the feed is a stop as well; not a part of what is measured.
            reactor.drain();
        }
        catch (final ReactorException e)
        {
            // What ended of its own accord, as on a full disk, has finished what it admitted and can be reported.
            if (reactor.state() != ReactorState.DRAINING || Thread.currentThread().isInterrupted())
            {
                throw e;
            }
            end = e;
        }
        finally
        {
            endMillis = System.currentTimeMillis();
            elapsedNanos = elapsedNanos != 0 ? elapsedNanos : System.nanoTime() - startNanos;
            progress.end();
            closeOrderFile();
        }
        reactor.finishQueue();
    }

    private void watch(final BooleanSupplier stopRequested, final TradeProgress progress)
    {
        while (!reactor.awaitCompletion(WATCH_NANOS))
        {
            progress.tick();
            if (stopRequested.getAsBoolean() || control.source().isStopRequested())
            {
                stopped = true;
                reactor.drain();
            }
        }
    }

    private void closeOrderFile()
    {
        try
        {
            if (orderFile != null)
            {
                orderFile.close();
            }
        }
        catch (final IOException e)
        {
            // The run itself is sound and shall be reported.
            orderFailure = e;
        }
    }

    /** On the core of the sequencing node, whose thread still waits behind the gate. */
    private void measureJitter()
    {
        if (host.assertions())
        {
            return;
        }
        final NodeStatus node = reactor.nodes().get(0);
        final AtomicReference<LatencySeries> measured = new AtomicReference<>();
        final Thread thread = ThreadPinning.helperThread("jitter-floor", () ->
        {
            if (node.pin().isPinned())
            {
                ThreadPinning.pin(node.pin().cpu());
            }
            measured.set(JitterFloor.measure(JITTER_NANOS));
        });
        thread.start();
        try
        {
            thread.join();
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
        jitter = measured.get();
    }

    TradeSetup setup()
    {
        return setup;
    }

    HostFingerprint host()
    {
        return host;
    }

    Reactor reactor()
    {
        return reactor;
    }

    ItchFeedSource source()
    {
        return source;
    }

    /** Returns the file of the orders, or null. */
    OrderFile orderFile()
    {
        return orderFile;
    }

    /** Returns why not all orders are in their file, or null. */
    IOException orderFailure()
    {
        return orderFailure;
    }

    /** Returns why the engine ended of its own accord before its feed did, or null. */
    ReactorException end()
    {
        return end;
    }

    /** Returns what the host does to a clock reader, or null if it was not measured. */
    LatencySeries jitter()
    {
        return jitter;
    }

    long startMillis()
    {
        return startMillis;
    }

    long endMillis()
    {
        return endMillis;
    }

    long elapsedNanos()
    {
        return elapsedNanos;
    }

    /** Returns whether somebody ended it before its feed did. */
    boolean isStopped()
    {
        return stopped;
    }

    @Override
    public void close()
    {
        try (control; instruments)
        {
            reactor.close();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }
}
