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
package io.packetflow.latency.peers.erlang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script gives what the six steps give, which {@link ErlangChain} checks, and times as many as it was told. */
class ErlangTest
{
    @TempDir
    private Path directory;

    @BeforeAll
    static void needErlang()
    {
        Assumptions.assumeTrue(ErlangRuntime.isInstalled(),
            "no Erlang here; apt-get install --no-install-recommends erlang-base");
    }

    @Test
    void shouldGiveTheSameResultsAndTimeEachEvent() throws Exception
    {
        final ErlangChain chain = ErlangChain.run(directory, 3_000, 1, 1);

        assertThat(chain.roundTrips("round trip").histogram().getTotalCount()).isEqualTo(3_000);
        assertThat(chain.nanosPerEvent()).isPositive();
    }

    @Test
    void shouldCountTheMemoryOfProcesses() throws Exception
    {
        final Path answer = directory.resolve("memory.txt");
        ErlangRuntime.prepare(directory).run("memory", answer.toString(), "1000");

        final ErlangAnswer numbers = new ErlangAnswer(answer);

        assertThat(numbers.number("processes")).isEqualTo(1_000);
        assertThat(numbers.number("bytes")).isGreaterThan(300_000);
    }
}
