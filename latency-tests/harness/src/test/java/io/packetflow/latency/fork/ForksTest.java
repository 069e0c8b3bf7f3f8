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
package io.packetflow.latency.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;

import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.telemetry.HostFingerprint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

/** Every fork once over next to nothing, in this JVM: whether it runs, not how fast. */
class ForksTest
{
    private static final String FEED = "generated:20000:10:500";

    @ParameterizedTest
    @ValueSource(strings = {"closed", "flat-out", "1000000"})
    void shouldSendAFeedThroughTheFloor(final String pace) throws Exception
    {
        final ForkResult result = run(new FloorFork(), "--feed", FEED, "--pace", pace);

        assertThat(result.number(Measure.MESSAGES)).isGreaterThan(19_000);
        assertThat(result.number(Measure.NANOS_PER_MESSAGE)).isBetween(1.0, 1_000_000.0);
        assertThat(result.number(Measure.ORDERS)).isGreaterThan(100);
        assertThat(result.number(Measure.ORDERS_PER_MESSAGE)).isBetween(0.001, 1.0);
        assertThat(result.series().containsKey(Series.SERVICE)).isEqualTo(!"flat-out".equals(pace));
        assertThat(result.series().containsKey(Series.RESPONSE)).isEqualTo("1000000".equals(pace));
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "flat-out", "1000000"})
    void shouldSendAFeedThroughTheEngine(final String pace) throws Exception
    {
        final ForkResult result = run(new EngineFork(), "--feed", FEED, "--pace", pace, "--count-heap");

        assertThat(result.number(Measure.MESSAGES)).isGreaterThan(19_000);
        assertThat(result.number(Measure.NANOS_PER_MESSAGE)).isBetween(1.0, 1_000_000.0);
        assertThat(result.series().containsKey(Series.SERVICE)).isEqualTo(!"flat-out".equals(pace));
        assertThat(result.series().containsKey(Series.RESPONSE)).isEqualTo("1000000".equals(pace));
        assertThat(result.numbers()).containsKey(Measure.HEAP_GROWTH_BYTES);
        assertThat(result.texts().get("plan")).isEqualTo("fused/one-node/cursor");
    }

    @Test
    void shouldCompareOrders() throws Exception
    {
        final ForkResult result = run(new OrdersFork(), "--feed", FEED);

        assertThat(result.texts().get("same")).isEqualTo("true");
    }

    @Test
    void shouldSpinForTheDummy() throws Exception
    {
        final ForkResult result =
            run(new DummyFork(), "--spin-nanos", "200", "--messages", "2000", "--pace", "1000000");

        assertThat(result.series(Series.RESPONSE).histogram().getTotalCount()).isEqualTo(2_000);
        assertThat(result.percentile(Series.SERVICE, 0)).isGreaterThanOrEqualTo(199);
    }

    @Test
    void shouldLookAtTheHost() throws Exception
    {
        assertThat(run(new JitterFork(), "--seconds", "0.01").series()).hasSize(1);
    }

    @Test
    void shouldReadBytesAPacketFromThePlan() throws Exception
    {
        final ForkResult result = run(new SlotBytesFork(), "--nodes", "one-node");

        assertThat(result.number(Measure.BYTES_PER_PACKET)).isBetween(8.0, 128.0);
    }

    @Test
    void shouldSendBurstsThroughFloorAndEngine() throws Exception
    {
        final ForkResult floor = run(new FloorFork(), "--feed", FEED, "--pace", "bursty:1000000");
        final ForkResult engine = run(new EngineFork(), "--feed", FEED, "--pace", "bursty:1000000");

        assertThat(floor.number(Measure.PLANNED_PER_SECOND)).isBetween(800_000.0, 1_200_000.0)
            .isEqualTo(engine.number(Measure.PLANNED_PER_SECOND));
        assertThat(floor.series()).containsKey(Series.RESPONSE);
        assertThat(engine.series()).containsKey(Series.RESPONSE);
        assertThat(engine.numbers()).containsKeys(Measure.WARM_UP_ROUNDS, Measure.WARM_UP_SECONDS,
            Measure.WARM_UP_STEADY);
    }

    @Test
    void shouldRunAWorkload() throws Exception
    {
        final ForkResult result = run(new WorkloadFork(), "--kind", "MIXED", "--datagrams", "100");

        assertThat(result.number(Measure.MESSAGES)).isEqualTo(1_600);
        assertThat(result.number(Measure.MESSAGES_PER_SECOND)).isPositive();
    }

    @Test
    void shouldMatchOrders() throws Exception
    {
        final ForkResult result = run(new MatchingFork(), "--orders", "2000");

        assertThat(result.series(Series.MATCHING).histogram().getTotalCount()).isEqualTo(2_000);
        assertThat(result.number(Measure.ORDERS_PER_SECOND)).isPositive();
    }

    @Test
    void shouldSeeThatALargerRingTakesMoreMemory() throws Exception
    {
        final ForkResult own = run(new MemoryFork(), "--count", "2");
        final ForkResult large = run(new MemoryFork(), "--count", "2", "--slots", "65536");

        assertThat(own.number(Measure.PACKETS)).isEqualTo(6).isEqualTo(large.number(Measure.PACKETS));
        assertThat(large.number(Measure.SLOTS)).isEqualTo(65_536).isGreaterThan(own.number(Measure.SLOTS));
        assertThat(large.number(Measure.OFF_HEAP_BYTES_PER_MOLECULE))
            .isGreaterThan(own.number(Measure.OFF_HEAP_BYTES_PER_MOLECULE));
    }

    @Test
    void shouldSayThatACampaignCannotBeRun()
    {
        assertThatThrownBy(() -> run(new FailoverFork(), "--fault", "flood", "--count", "1", "--messages", "1000",
            "--rate", "1000", "--stall-limit", "1000", "--no-warm-up", "--directory", "nowhere"))
            .isInstanceOf(HostException.class)
            .hasMessageStartingWith("packetflow chaos --standby --fault flood --mode process-safe --kills 1 ")
            .hasMessageEndingWith("ended with exit code 2; see above");
    }

    private static ForkResult run(final Fork fork, final String... arguments) throws Exception
    {
        new CommandLine(fork).parseArgs(
            Stream.concat(List.of(arguments).stream(), List.of("--out", "unused").stream())
            .toArray(String[]::new));
        final ForkResult.Builder result = ForkResult.on(HostFingerprint.read());
        fork.measure(result);
        return result.build();
    }

    @Test
    void shouldTakeNoFigureWithAssertions()
    {
        final HostFingerprint host =
            new HostFingerprint("cpu", 2, "kernel", "none", "jdk", "gc", true, false, List.of("-ea"));

        assertThatThrownBy(() -> Fork.refuseAssertions(host)).isInstanceOf(HostException.class)
            .hasMessageStartingWith("this JVM runs with assertions (-ea)");
    }
}
