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

import java.util.List;
import java.util.Set;

import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Statement;

/** Cold path. A macro, ready for its calls. Immutable. */
final class MacroTemplate
{
    private final Definition.Macro definition;
    private final SourceFile source;
    private final List<String> parameters;
    private final Set<String> bound;
    private final Set<String> free;
    private final boolean isSound;

    MacroTemplate(final Definition.Macro definition, final SourceFile source, final MacroForm form)
    {
        this.definition = definition;
        this.source = source;
        this.parameters = form.parameters();
        this.bound = form.bound();
        this.free = form.free();
        this.isSound = form.isSound();
    }

    String name()
    {
        return definition.name().text();
    }

    SourceFile source()
    {
        return source;
    }

    /** Returns the names of the parameters, in their order; {@code _} for those without one. */
    List<String> parameters()
    {
        return parameters;
    }

    List<Statement> body()
    {
        return definition.body().statements();
    }

    /** Returns the names that the quotations bind: each expansion has its own. */
    Set<String> bound()
    {
        return bound;
    }

    /** Returns the names that the quotations use and nobody binds, functions and packets apart. */
    Set<String> free()
    {
        return free;
    }

    /** Returns whether the macro can be expanded; what is wrong with it was reported. */
    boolean isSound()
    {
        return isSound;
    }

    /** Returns the name with the place of the definition. */
    @Override
    public String toString()
    {
        return name() + " (" + source.name() + ":" + source.line(definition.span().start()) + ")";
    }
}
