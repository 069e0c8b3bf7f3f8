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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.engine.cli.Terminal;

import org.junit.jupiter.api.Test;

class ChaosCommandTest
{
    private final StringWriter err = new StringWriter();

    @Test
    void shouldSkipTheModeThatNeedsAStandbyAndSayThatNothingIsLeft()
    {
        assertThat(run("--mode", "replica")).isEqualTo(2);
        assertThat(err).hasToString("""
            mode replica is skipped: it needs a standby, and a campaign starts none without --standby
            packetflow: no mode is left to try; choose of process-safe, group, sync with --mode
            """);
    }

    @Test
    void shouldNameTheModesWhereItKnowsNone()
    {
        assertThat(run("--mode", "tape")).isEqualTo(2);
        assertThat(err).hasToString("packetflow: --mode takes process-safe, group, sync or all: 'tape'\n");
    }

    @Test
    void shouldNameTheFaultsWhereItKnowsNone()
    {
        assertThat(run("--standby", "--fault", "flood")).isEqualTo(2);
        assertThat(err.toString()).contains("packetflow: --fault takes kill, stall, fence, standby: 'flood'\n");
    }

    @Test
    void shouldNameTheRangeOfItsOptions()
    {
        assertThat(run("--kills", "0")).isEqualTo(2);
        assertThat(err).hasToString("packetflow: --kills takes 1 to 1,000,000: 0\n");
    }

    @Test
    void shouldRefuseAPlanThatThereIsNotBeforeAnythingIsStarted()
    {
        assertThat(run("--plan", "everywhere")).isEqualTo(2);
        assertThat(err.toString()).contains("everywhere", "--plan").doesNotContain("seed");
    }

    private int run(final String... options)
    {
        final String[] arguments = new String[options.length + 1];
        arguments[0] = "chaos";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return PacketFlowMain.run(
            new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err, true), true), arguments);
    }
}
