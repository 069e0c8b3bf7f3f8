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
package io.packetflow.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.packetflow.engine.language.fixture.FrontEndOracle;
import io.packetflow.engine.language.source.SourceReader;

import org.junit.jupiter.api.Test;

/** The inputs of {@link FrontEndFuzz} that are kept: what broke the front end once, and what is made to. */
class FuzzCorpusTest
{
    @Test
    void shouldThrowNothingForAnyInputThatIsKept() throws IOException, URISyntaxException
    {
        final List<Path> inputs = inputs();
        for (final Path input : inputs)
        {
            FrontEndOracle.examine(
                input.getFileName().toString(), SourceReader.decode("fuzz.pf", Files.readAllBytes(input)));
        }

        assertThat(inputs).hasSizeGreaterThan(10);
    }

    private static List<Path> inputs() throws IOException, URISyntaxException
    {
        final Path directory = Path.of(FuzzCorpusTest.class.getResource("FrontEndFuzzInputs/bytes").toURI());
        try (Stream<Path> found = Files.list(directory))
        {
            return found.sorted().toList();
        }
    }
}
