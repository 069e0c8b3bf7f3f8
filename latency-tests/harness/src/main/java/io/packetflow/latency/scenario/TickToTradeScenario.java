package io.packetflow.latency.scenario;

import java.nio.file.Path;
import java.util.Locale;

import org.HdrHistogram.Histogram;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.engine.telemetry.LatencySampler;
import io.packetflow.latency.floor.FloorLoop;
import io.packetflow.latency.load.Recording;
import io.packetflow.latency.load.RecordingSource;
import io.packetflow.latency.load.Recordings;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.engine.TickToTrade;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;

/** Measures ingress to order bytes: the floor's loop, or the engine in one of its plans, over one recording. */
public final class TickToTradeScenario
{
    private static final long TIMER_PERIOD_NANOS = 60_000_000_000L;

    private final Options options;

    private TickToTradeScenario(final Options options)
    {
        this.options = options;
    }

    /**
     * What is measured.
     *
     * @param subject {@code floor}, or {@code GROUPING/PLAN} of the engine
     * @param feed path of a recording, or {@code generated:MESSAGES:SYMBOLS:LIVE}
     * @param passes how often a recorded file is sent
     * @param perSecond messages a second, 0 closed loop, below 0 closed loop without stamps
     * @param hugePages whether tables ask for them
     */
    private record Options(String subject, String feed, int passes, double perSecond, HugePages hugePages)
    {
    }

    /**
     * Runs one measurement.
     *
     * @param args subject, feed, passes, messages a second, huge pages
     */
    public static void main(final String[] args)
    {
        final Options options = new Options(args[0], args[1], Integer.parseInt(args[2]), Double.parseDouble(args[3]),
            HugePages.valueOf(args[4]));
        new TickToTradeScenario(options).run();
    }

    private void run()
    {
        try (Recording recording = recording())
        {
            final TradingConfig config = TradingConfig.simulation(recording.symbols(), recording.expectedOrders());
            if ("floor".equals(options.subject()))
            {
                runFloor(recording, config);
            }
            else
            {
                runEngine(recording, config);
            }
        }
    }

    private Recording recording()
    {
        if (!options.feed().startsWith("generated:"))
        {
            return Recordings.looped(Path.of(options.feed()));
        }
        final String[] parts = options.feed().split(":", -1);
        return Recordings.generated(Long.parseLong(parts[1]), 1, Integer.parseInt(parts[2]),
            Integer.parseInt(parts[3]), options.hugePages());
    }

    private void runFloor(final Recording recording, final TradingConfig config)
    {
        ThreadPinning.pin(1);
        final int warmUpPasses = warmUpPasses(recording);
        for (int round = 0; round < 3; round++)
        {
            try (FloorLoop warmUp = new FloorLoop(config, options.hugePages()))
            {
                warmUp.run(recording, warmUpPasses, 0, Math.min(0, options.perSecond()));
            }
        }
        try (FloorLoop floor = new FloorLoop(config, options.hugePages()))
        {
            final int unstamped = unstampedPasses();
            final long nanos = floor.run(recording, options.passes(), unstamped, options.perSecond());
            print(floor.latency(), floor.response(), counted(recording), nanos, floor.orderCount());
        }
    }

    private static int warmUpPasses(final Recording recording)
    {
        return (int)Math.max(1, 1_000_000 / recording.messages());
    }

    private int unstampedPasses()
    {
        return options.passes() / 10;
    }

    private long counted(final Recording recording)
    {
        return options.passes() * recording.messages() -
            Math.max(recording.measuredFrom(), unstampedPasses() * recording.messages());
    }

    private void runEngine(final Recording recording, final TradingConfig config)
    {
        final String[] plan = options.subject().split("/", -1);
        final ReactorSettings.Builder settings = ReactorSettings.builder()
            .set("packetflow.grouping", plan[0]).set("packetflow.plan", plan[1])
            .set("packetflow.cores.reserve", "off")
            .set("packetflow.huge.pages", options.hugePages() == HugePages.OFF ? "off" : "where-granted")
            .set("packetflow.warmup.messages", "2000000")
            .systemProperties(System.getProperties());
        final ReactorContext context = new ReactorContext()
            .molecule(TradingEngine.molecule(config, options.hugePages())).settings(settings.conclude())
            .timerPeriodNanos(TIMER_PERIOD_NANOS)
            .source("recording", RecordingSource.class, warmUp -> warmUp ?
                new RecordingSource(recording, warmUpPasses(recording), 0, Math.min(0, options.perSecond())) :
                new RecordingSource(recording, options.passes(), unstampedPasses(), options.perSecond()))
            .onProgress(System.err::println);
        try (Reactor reactor = Reactor.prepare(TradingEngine.backEdges(context, config)))
        {
            final long startNanos = System.nanoTime();
            reactor.open();
            reactor.awaitCompletion();
            final long nanos = System.nanoTime() - startNanos;
            final TickToTrade latency = reactor.resource(TradingEngine.LATENCY, TickToTrade.class);
            print(histogram(new LatencySampler("service", latency.service())),
                histogram(new LatencySampler("response", latency.response())),
                options.passes() * recording.messages(), nanos,
                reactor.counters().get("OrderRouter: orders sent: count"));
        }
    }

    private static Histogram histogram(final LatencySampler sampler)
    {
        sampler.sample();
        return sampler.series().histogram();
    }

    private void print(
        final Histogram service,
        final Histogram response,
        final long messages,
        final long nanos,
        final long orders)
    {
        System.out.printf(Locale.ROOT, "{\"subject\":\"%s\",\"feed\":\"%s\",\"rate\":%.0f,\"orders\":%d,\"timed\":%d," +
            "\"p50\":%d,\"p90\":%d,\"p99\":%d,\"p999\":%d,\"response50\":%d,\"response90\":%d,\"response99\":%d," +
            "\"nanosAMessage\":%.2f,\"messagesASecond\":%.0f,\"ordersASecond\":%.0f}%n",
            options.subject(), options.feed(), options.perSecond(), orders, service.getTotalCount(),
            service.getValueAtPercentile(50), service.getValueAtPercentile(90), service.getValueAtPercentile(99),
            service.getValueAtPercentile(99.9), response.getValueAtPercentile(50), response.getValueAtPercentile(90),
            response.getValueAtPercentile(99), nanos / (double)messages, messages * 1e9 / nanos, orders * 1e9 / nanos);
    }
}
