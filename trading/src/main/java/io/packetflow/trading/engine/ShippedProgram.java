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
package io.packetflow.trading.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import io.packetflow.engine.language.build.Blueprint;
import io.packetflow.engine.language.build.BlueprintCompiler;
import io.packetflow.engine.language.build.BlueprintFile;
import io.packetflow.engine.language.build.ProgramBuild;
import io.packetflow.engine.language.build.ProgramHost;
import io.packetflow.engine.language.source.SourceReader;

/**
 * Cold path. {@code TradingEngine.pf}. It is checked when it is built, and what that comes to lies beside it as a
 * blueprint, so that a start need not parse. Where there is none, as in a development environment that does not run
 * the whole build, the source is parsed.
 */
final class ShippedProgram implements TradingProgram
{
    static final ShippedProgram INSTANCE = new ShippedProgram();
    static final String SOURCE = TradingEngine.NAME + ".pf";
    static final String BLUEPRINT = TradingEngine.NAME + ".blueprint";

    private final Blueprint blueprint;

    private ShippedProgram()
    {
        try (InputStream kept = ShippedProgram.class.getResourceAsStream(BLUEPRINT))
        {
            blueprint = (kept == null ? compile() : BlueprintFile.read(kept)).blueprint();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("the program of the TradingEngine cannot be read: its jar is damaged", e);
        }
    }

    static BlueprintFile compile() throws IOException
    {
        try (InputStream source = ShippedProgram.class.getResourceAsStream(SOURCE))
        {
            return BlueprintCompiler.compile(SourceReader.read(SOURCE, source), TradingEngine.NAME);
        }
    }

    @Override
    public ProgramBuild build(final ProgramHost host)
    {
        return ProgramBuild.of(blueprint, host);
    }
}
