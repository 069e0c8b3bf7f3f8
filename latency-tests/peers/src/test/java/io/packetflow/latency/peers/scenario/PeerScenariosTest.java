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
package io.packetflow.latency.peers.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.scenario.Scenario;
import io.packetflow.latency.scenario.Scenarios;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerScenariosTest
{
    @Test
    void shouldBeAmongTheScenariosOfTheBenchCommand()
    {
        assertThat(Scenarios.byName()).containsKeys(
            "t2t-recorded", "peer-ring", "peer-chain", "peer-book", "peer-engine", "peer-journal", "peer-memory");
    }

    @Test
    void shouldHaveNamesByWhichTheBenchScriptKnowsThem()
    {
        assertThat(new PeerScenarios().scenarios()).extracting(Scenario::name)
            .allSatisfy(name -> assertThat(name).startsWith("peer-"));
    }

    @Test
    void shouldBeDescribedInTheReadme() throws IOException
    {
        final String readme = Files.readString(Path.of("..", "README.md"));

        assertThat(new PeerScenarios().scenarios()).extracting(Scenario::name)
            .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void shouldGiveForksTheLibrariesAndExchangeCoreItsOlderOneFirst(@TempDir final Path directory) throws IOException
    {
        Files.createDirectory(directory.resolve("lib"));
        final String classPath = directory + "/scenarios/*" + File.pathSeparator + directory + "/lib/*";
        System.setProperty(PeerSubjects.DIRECTORY, directory.toString());
        try
        {
            assertThat(PeerSubjects.of("any", List.of(), "-Xmx1g").jvmOptions())
                .containsExactly("-cp", classPath, "-Xmx1g");
            assertThat(PeerSubjects.ofExchangeCore("any", List.of()).jvmOptions().get(1))
                .isEqualTo(directory + "/exchange-core/*" + File.pathSeparator + classPath);
        }
        finally
        {
            System.clearProperty(PeerSubjects.DIRECTORY);
        }
    }

    @Test
    void shouldSayHowToGetTheLibraries()
    {
        assertThatThrownBy(() -> PeerSubjects.of("any", List.of())).isInstanceOf(UsageException.class)
            .hasMessageContaining("latency-tests/bench --peers builds them");
    }
}
