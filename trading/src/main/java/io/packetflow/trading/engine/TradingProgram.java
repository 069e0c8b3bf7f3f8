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

import io.packetflow.engine.language.build.ProgramBuild;
import io.packetflow.engine.language.build.ProgramHost;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.layout.memory.HugePages;

/**
 * Cold path. The program that declares the molecule of a TradingEngine: the one that is shipped, or another one for the
 * same host.
 */
@FunctionalInterface
public interface TradingProgram
{
    /**
     * Builds the molecule.
     *
     * @param host that supplies resources, kinds and configuration
     * @return the molecule; what is wrong with a program is thrown
     */
    ProgramBuild build(ProgramHost host);

    /**
     * Builds the molecule for a configuration.
     *
     * @param config what it is sized for and how it behaves
     * @param hugePages whether the books ask for them
     * @param journaled whether it has its Journal packet
     * @return the molecule
     */
    default Molecule molecule(final TradingConfig config, final HugePages hugePages, final boolean journaled)
    {
        return build(TradingHost.of(config, hugePages, journaled)).molecule().orElseThrow();
    }

    /** Returns what reports call it. */
    default String description()
    {
        return TradingEngine.NAME + ".pf, as it is shipped";
    }

    /** Returns the program that is shipped. */
    static TradingProgram shipped()
    {
        return ShippedProgram.INSTANCE;
    }
}
