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
package io.packetflow.engine.language.expand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;

/**
 * Cold path. The macros that are being expanded: one was called where the code of the one before says so.
 *
 * @param outer macro whose code holds the call; empty where a definition of the program holds it
 * @param macro that was called
 * @param source in which the call is written
 * @param call as written
 */
record Chain(Optional<Chain> outer, MacroTemplate macro, SourceFile source, Span call)
{
    private static final int SHOWN = 4;

    int length()
    {
        return 1 + outer.map(Chain::length).orElse(0);
    }

    boolean contains(final MacroTemplate wanted)
    {
        return macro == wanted || outer.filter(chain -> chain.contains(wanted)).isPresent();
    }

    /** Returns the macro that the program itself calls. */
    MacroTemplate outermost()
    {
        return outer.map(Chain::outermost).orElse(macro);
    }

    /** Returns the outermost call, which stands in the program and not in a macro. */
    Span place()
    {
        return outer.map(Chain::place).orElse(call);
    }

    /** Returns the macros from the outermost to the innermost, each with the place of its call; of many the ends. */
    @Override
    public String toString()
    {
        final List<String> steps = steps();
        final int hidden = steps.size() - 2 * SHOWN;
        return hidden < 2 ? String.join(" > ", steps) : String.join(" > ", steps.subList(0, SHOWN)) +
            " > ... " + hidden + " more ... > " + String.join(" > ", steps.subList(SHOWN + hidden, steps.size()));
    }

    private List<String> steps()
    {
        final List<String> steps = new ArrayList<>();
        for (Optional<Chain> next = Optional.of(this); next.isPresent(); next = next.get().outer())
        {
            final Chain step = next.get();
            steps.add(step.macro().name() + " (" + step.source().name() + ":" +
                step.source().line(step.call().start()) + ":" + step.source().column(step.call().start()) + ")");
        }
        Collections.reverse(steps);
        return steps;
    }
}
