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
package io.packetflow.engine.language.code;

/** Programs that check and do not compile. */
public final class UncompiledPrograms
{
    /** A packet as a value. */
    public static final String PACKET_AS_VALUE = """
        def choose(input) { case A { A -> %{a: input.n}; _ -> %{a: 2} } }
        molecule M { inputs: %{order: %{n: :int64}}, composition: [A] }
        packet A { :df, :tr, payload: %{a: :int64}, process: choose(input) }
        """;

    private UncompiledPrograms()
    {
    }

    /** Functions that call each other, deeper than compiled code goes. */
    public static String deep()
    {
        final StringBuilder program = new StringBuilder("""
            packet A { :df, :tr, payload: %{a: :int64}, process: f0(input) }
            molecule M { inputs: %{order: %{n: :int64}}, composition: [A] }
            def f30(input) { %{a: input.n} }
            """);
        for (int i = 0; i < 30; i++)
        {
            program.append("def f").append(i).append("(input) { f").append(i + 1).append("(input) }\n");
        }
        return program.toString();
    }
}
