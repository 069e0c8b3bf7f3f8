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
package io.packetflow.engine.language.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.language.fixture.Shaker;
import io.packetflow.engine.language.fixture.TreeGenerator;
import io.packetflow.engine.language.fixture.TreeText;
import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.syntax.Comment;
import io.packetflow.engine.language.syntax.ProgramTree;

import org.junit.jupiter.api.Test;

/** Property tests; a failure names the seed. */
class GeneratedTreesTest
{
    private static final int PROGRAMS = 400;

    @Test
    void shouldParseWhatItPrintsAsTheSameTreeAndPrintThatAlike()
    {
        for (long seed = 0; seed < PROGRAMS; seed++)
        {
            final ProgramTree tree = new TreeGenerator(seed).program();

            final String text = SourceFormatter.print(tree);
            final ParsedSource parsed = Programs.parseSound(text);

            assertThat(TreeText.of(parsed.tree())).as("seed %d%n%s", seed, text).isEqualTo(TreeText.of(tree));
            assertThat(SourceFormatter.format(parsed)).as("seed %d", seed).isEqualTo(text);
        }
    }

    @Test
    void shouldKeepTreeAndCommentsOfAnyLayoutAndBeIdempotent()
    {
        for (long seed = 0; seed < PROGRAMS; seed++)
        {
            final ProgramTree tree = new TreeGenerator(seed).program();
            final Shaker shaker = new Shaker(seed);
            final String shaken = shaker.shake(SourceFormatter.print(tree));

            final String once = SourceFormatter.format(Programs.parseSound(shaken));
            final ParsedSource again = Programs.parseSound(once);

            assertThat(TreeText.of(again.tree())).as("seed %d%n%s%n->%n%s", seed, shaken, once)
                .isEqualTo(TreeText.of(tree));
            assertThat(texts(again.comments())).as("seed %d%n%s%n->%n%s", seed, shaken, once)
                .containsExactlyElementsOf(shaker.comments());
            assertThat(SourceFormatter.format(again)).as("seed %d%n%s", seed, shaken).isEqualTo(once);
        }
    }

    private static List<String> texts(final List<Comment> comments)
    {
        return comments.stream().map(Comment::text).toList();
    }
}
