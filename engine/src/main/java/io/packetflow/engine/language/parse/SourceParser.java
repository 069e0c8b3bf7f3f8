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

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.diagnostic.Severity;
import io.packetflow.engine.language.grammar.PacketFlowLexer;
import io.packetflow.engine.language.grammar.PacketFlowParser;
import io.packetflow.engine.language.source.SourceDefect;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.SourceReader;
import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Comment;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.ProgramTree;

/** Cold path. Parses one source. */
public final class SourceParser
{
    private final SourceFile source;
    private final Diagnostics diagnostics;
    private final TokenSpans spans;

    private SourceParser(final SourceFile source, final Diagnostics diagnostics)
    {
        this.source = source;
        this.diagnostics = diagnostics;
        this.spans = new TokenSpans(source);
    }

    /**
     * Parses.
     *
     * @param source to parse
     * @param diagnostics takes everything that is wrong with its text and grammar
     * @return the source with a tree of all that is not damaged
     */
    public static ParsedSource parse(final SourceFile source, final Diagnostics diagnostics)
    {
        final Diagnostics found = new Diagnostics();
        final SourceParser parser = new SourceParser(source, found);
        parser.reportDefects();
        final ParsedSource parsed = parser.parse();
        found.all().forEach(diagnostics::report);
        return parsed;
    }

    private ParsedSource parse()
    {
        final List<CommonToken> tokens = words();
        final IdentityHashMap<Token, Expression> literals = WordCheck.check(tokens, spans, source, diagnostics);
        final List<Comment> comments = tokens.stream()
            .filter(token -> token.getType() == PacketFlowLexer.COMMENT)
            .map(token -> new Comment(token.getText().stripTrailing(), spans.span(token))).toList();
        final Optional<BracketBalance.Balanced> balanced =
            BracketBalance.balance(tokens, spans, source, diagnostics);
        if (balanced.isEmpty())
        {
            return new ParsedSource(source, new ProgramTree(List.of(), Span.NONE), comments, Set.of(), false);
        }
        TokenShaping.shape(balanced.get().tokens());
        final TreeBuilder builder = new TreeBuilder(source, spans, literals, diagnostics);
        final ProgramTree tree = builder.program(program(balanced.get()));
        final boolean isSound =
            diagnostics.all().stream().noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        return new ParsedSource(source, tree, comments, builder.damaged(), isSound);
    }

    private List<CommonToken> words()
    {
        final PacketFlowLexer lexer = new PacketFlowLexer(CharStreams.fromString(source.text(), source.name()));
        // The lexer takes every character, if only as a strange one: it has no errors of its own.
        lexer.removeErrorListeners();
        final List<CommonToken> tokens = new ArrayList<>();
        CommonToken token;
        do
        {
            token = (CommonToken)lexer.nextToken();
            if (token.getType() != PacketFlowLexer.SPACE)
            {
                tokens.add(token);
            }
        }
        while (token.getType() != Token.EOF);
        return tokens;
    }

    private PacketFlowParser.ProgramContext program(final BracketBalance.Balanced balanced)
    {
        final PacketFlowParser parser =
            new PacketFlowParser(new CommonTokenStream(new ListTokenSource(balanced.tokens())));
        parser.removeErrorListeners();
        parser.setErrorHandler(new SyntaxErrors(source, spans, balanced.doubtful(), diagnostics));
        return parser.program();
    }

    private void reportDefects()
    {
        for (final SourceDefect defect : source.defects())
        {
            final Diagnostic diagnostic = switch (defect.kind())
            {
                case NOT_UTF8 -> Diagnostic.of(DiagnosticCode.NOT_UTF8, source, defect.span(),
                    "byte " + defect.byteOffset() + " of the file is not UTF-8");
                case TOO_LARGE -> Diagnostic.of(DiagnosticCode.FILE_TOO_LARGE, source, defect.span(),
                    "the file has more than " + SourceReader.MAX_BYTES + " bytes");
            };
            diagnostics.report(diagnostic.suggestion(defect.remedy()));
        }
    }
}
