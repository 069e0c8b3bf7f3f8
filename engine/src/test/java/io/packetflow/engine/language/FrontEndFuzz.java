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

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import io.packetflow.engine.language.fixture.FrontEndOracle;
import io.packetflow.engine.language.fixture.TreeGenerator;
import io.packetflow.engine.language.format.SourceFormatter;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.SourceReader;

/**
 * The front end under Jazzer, which looks for inputs that break it (engine/README.md, Fuzzing). No part of a build, as
 * Jazzer instruments the whole JVM; what it found runs as {@link FuzzCorpusTest}.
 */
class FrontEndFuzz
{
    private static final int WORDS_MAX = 64;
    private static final int REMOVED_MAX = 24;

    @FuzzTest(maxDuration = "30m")
    void bytes(final byte[] data)
    {
        FrontEndOracle.examine("bytes", SourceReader.decode("fuzz.pf", data));
    }

    /** A program of the whole grammar, with words put in and pieces taken out. */
    @FuzzTest(maxDuration = "30m")
    void words(final FuzzedDataProvider data)
    {
        final StringBuilder text =
            new StringBuilder(SourceFormatter.print(new TreeGenerator(data.consumeLong()).program()));
        for (int i = 0; i < WORDS_MAX && data.remainingBytes() > 0; i++)
        {
            final int at = data.consumeInt(0, text.length());
            final int removed = data.consumeInt(0, REMOVED_MAX);
            text.replace(at, Math.min(text.length(), at + removed),
                MutationFuzzTest.WORDS.get(data.consumeInt(0, MutationFuzzTest.WORDS.size() - 1)));
        }
        FrontEndOracle.examine("words", SourceFile.of("fuzz.pf", text.toString()));
    }
}
