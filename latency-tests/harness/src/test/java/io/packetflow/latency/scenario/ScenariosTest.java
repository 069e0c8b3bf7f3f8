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
package io.packetflow.latency.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Feed;
import io.packetflow.latency.run.Size;

import org.junit.jupiter.api.Test;

class ScenariosTest
{
    private static final Path README = Path.of("..", "README.md");

    @Test
    void shouldChooseAllOrThoseThatAreNamed()
    {
        assertThat(Scenarios.choose(List.of())).hasSameSizeAs(Scenarios.byName().keySet());
        assertThat(Scenarios.choose(List.of("risk", "t2t-large", "risk"))).extracting(Scenario::name)
            .containsExactly("risk", "t2t-large");
    }

    @Test
    void shouldGuessWhatWasMeant()
    {
        assertThatThrownBy(() -> Scenarios.choose(List.of("t2t-larg"))).isInstanceOf(UsageException.class)
            .hasMessage("no scenario 't2t-larg': did you mean 't2t-large'?; --list shows all");
    }

    @Test
    void shouldBeDescribedInTheReadme() throws IOException
    {
        final String readme = Files.readString(README);

        assertThat(Scenarios.byName().keySet()).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void shouldSetTargetsOnlyForWhatTheyWereMeantFor()
    {
        final BenchOptions given = new BenchOptions(Size.FULL, 5, Path.of("day.itch50"), null, null);
        final BenchOptions standIn = new BenchOptions(Size.FULL, 5, null, null, null);
        final BenchOptions smoke = new BenchOptions(Size.SMOKE, 1, Path.of("day.itch50"), null, null);

        assertThat(FeedTargets.of(Feed.RECORDED, given).p50().text(Unit.NANOS)).isEqualTo("< 85 ns");
        assertThat(FeedTargets.openLoop(FeedTargets.of(Feed.RECORDED, given).p50()).limit()).isEqualTo(106.25);
        assertThat(FeedTargets.of(Feed.RECORDED, standIn).p50().isSet()).isFalse();
        assertThat(FeedTargets.of(Feed.LARGE, standIn).messagesPerSecond().limit()).isEqualTo(7e6);
        assertThat(FeedTargets.of(Feed.LARGE, smoke).p50().isSet()).isFalse();
    }
}
