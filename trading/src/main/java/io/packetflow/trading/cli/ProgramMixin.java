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

import io.packetflow.engine.cli.Terminal;
import io.packetflow.trading.engine.TradingProgram;

import picocli.CommandLine.Option;

/** Cold path. Which program declares the TradingEngine. */
final class ProgramMixin
{
    @Option(names = "--program", paramLabel = "FILE",
        description = "another program for the same host: it has the resources of TradingEngine.pf, and may have " +
            "packets, bonds and targets of its own (default: the TradingEngine.pf that is shipped)")
    private String file;

    boolean isGiven()
    {
        return file != null;
    }

    /**
     * Reads the program.
     *
     * @param terminal that shows what is wrong with it
     */
    TradingProgram program(final Terminal terminal) throws IOException
    {
        return file == null ? TradingProgram.shipped() : ProgramFile.read(terminal, file);
    }
}
