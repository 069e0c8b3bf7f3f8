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
package io.packetflow.engine.language.parse;

import java.util.List;
import java.util.Set;

import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.Comment;
import io.packetflow.engine.language.syntax.ProgramTree;

/**
 * Cold path. A source and its tree.
 *
 * @param source that was parsed
 * @param tree of all definitions that are not damaged
 * @param comments in their order
 * @param damaged names of definitions that are damaged and left out of the tree, as far as they could be read
 * @param isSound whether the tree holds all of the source
 */
public record ParsedSource(
    SourceFile source, ProgramTree tree, List<Comment> comments, Set<String> damaged, boolean isSound)
{
    /** Copies the collections. */
    public ParsedSource
    {
        comments = List.copyOf(comments);
        damaged = Set.copyOf(damaged);
    }
}
