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
package io.packetflow.engine.language.types;

import java.util.Map;

import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.source.SourceFile;

/** Cold path. What the typing of one program shares: its functions and packets, and how far it has gone. */
final class TypingState
{
    private final FunctionTable functions;
    private final Map<String, Type.Packet> packets;
    private final Diagnostics diagnostics;
    private final boolean isCompiled;
    private int depth;

    /**
     * Begins.
     *
     * @param functions of the program
     * @param packets types by name
     * @param diagnostics takes what is wrong
     * @param isCompiled whether Java is to be made of what is typed; else what may be right somewhere is right
     */
    TypingState(
        final FunctionTable functions, final Map<String, Type.Packet> packets, final Diagnostics diagnostics,
        final boolean isCompiled)
    {
        this.functions = functions;
        this.packets = packets;
        this.diagnostics = diagnostics;
        this.isCompiled = isCompiled;
    }

    FunctionTable functions()
    {
        return functions;
    }

    Map<String, Type.Packet> packets()
    {
        return packets;
    }

    Report report(final SourceFile source)
    {
        return new Report(source, diagnostics);
    }

    boolean isCompiled()
    {
        return isCompiled;
    }

    /** Goes one expression deeper; returns whether that is too deep. */
    boolean enter()
    {
        return ++depth > TypingLimits.MAX_DEPTH;
    }

    void leave()
    {
        depth--;
    }
}
