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
package io.packetflow.engine.reactor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.engine.codegen.GeneratedSource;

/**
 * Cold path. Finds out whose code threw: the line of generated code on the stack names the packet or the source that it
 * called. So packets that share a handler class are told apart, and the hot path keeps no record of where it is.
 */
final class FailureLocator
{
    private static final Pattern CALL = Pattern.compile("\\b(packet|source)(\\w+)\\.");

    /** What the line calls: {@code kind} is packet or source, {@code name} its name or the source's index. */
    private record Call(String kind, String name)
    {
    }

    private final Map<String, List<String>> linesOfClass = new HashMap<>();
    private final List<String> sources;

    /**
     * Makes a locator.
     *
     * @param code of the nodes
     * @param sources names in order of precedence
     */
    FailureLocator(final List<GeneratedSource> code, final List<String> sources)
    {
        code.forEach(source -> linesOfClass.put(source.className(), source.text().lines().toList()));
        this.sources = List.copyOf(sources);
    }

    NodeFailure locate(final String node, final NodeProgram program, final Throwable cause)
    {
        final Call call = call(cause);
        if ("source".equals(call.kind()))
        {
            return new NodeFailure(node, "", sources.get(Integer.parseInt(call.name())),
                program.lastAdmittedInstance(), cause);
        }
        return new NodeFailure(node, call.name(), "", program.instanceInProgress(), cause);
    }

    private Call call(final Throwable cause)
    {
        for (final StackTraceElement frame : cause.getStackTrace())
        {
            final List<String> lines = linesOfClass.get(frame.getClassName());
            if (lines != null && frame.getLineNumber() > 0 && frame.getLineNumber() <= lines.size())
            {
                final Matcher matcher = CALL.matcher(lines.get(frame.getLineNumber() - 1));
                return matcher.find() ? new Call(matcher.group(1), matcher.group(2)) : new Call("packet", "?");
            }
        }
        return new Call("packet", "?");
    }
}
