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
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.grammar.PacketFlowParser.ArgumentContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.ArgumentsContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.AtomContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.BinaryContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.BlockContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.CallContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.ChoiceContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.ClauseContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.ConditionalContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.EntryContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.ExpressionContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.FieldContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.ListContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.LiteralContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.MapContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.MapItemContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.NegationContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.NotContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.PipeContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.PrimaryContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.SimpleContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.StatementContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.TupleContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.UnquotationContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.WhenCallContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.WordContext;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.BinaryOperator;
import io.packetflow.engine.language.syntax.BindingStrength;
import io.packetflow.engine.language.syntax.Block;
import io.packetflow.engine.language.syntax.CaseClause;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Identifier;
import io.packetflow.engine.language.syntax.MapItem;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.Statement;
import io.packetflow.engine.language.syntax.UnaryOperator;

/** Cold path. Makes expressions and statements of what the parser found, in a definition that is not damaged. */
final class ExpressionBuilder
{
    private final SourceFile source;
    private final TokenSpans spans;
    private final IdentityHashMap<Token, Expression> literals;
    private final Diagnostics diagnostics;
    private final PatternBuilder patterns;
    private int depth;

    ExpressionBuilder(
        final SourceFile source, final TokenSpans spans, final IdentityHashMap<Token, Expression> literals,
        final Diagnostics diagnostics)
    {
        this.source = source;
        this.spans = spans;
        this.literals = literals;
        this.diagnostics = diagnostics;
        this.patterns = new PatternBuilder(source, diagnostics);
    }

    List<Pattern> patterns(final List<ExpressionContext> contexts)
    {
        return contexts.stream().map(this::expression).map(patterns::pattern).toList();
    }

    Entry entry(final EntryContext entry)
    {
        return new Entry(word(entry.word()), expression(entry.expression()), spans.span(entry));
    }

    Expression.Atom atom(final AtomContext atom)
    {
        return new Expression.Atom(
            atom.ATOM() == null ? atom.word().getText() : atom.ATOM().getText().substring(1), spans.span(atom));
    }

    List<Argument> arguments(final ArgumentsContext context)
    {
        final List<Argument> arguments = new ArrayList<>();
        boolean isNamed = false;
        for (final ArgumentContext argument : context.argument())
        {
            if (isNamed && argument.entry() == null)
            {
                report(DiagnosticCode.ARGUMENT_ORDER, argument, "an argument without a name follows a named one");
            }
            isNamed |= argument.entry() != null;
            arguments.add(argument.entry() == null ?
                new Argument.Positional(expression(argument.expression())) : entry(argument.entry()));
        }
        return arguments;
    }

    Block block(final BlockContext block)
    {
        return new Block(statements(block.statement()), spans.span(block));
    }

    private List<Statement> statements(final List<StatementContext> contexts)
    {
        final List<Statement> statements = new ArrayList<>();
        StatementContext before = null;
        for (final StatementContext statement : contexts)
        {
            if (before != null && before.SEMICOLON() == null &&
                before.getStop().getLine() == statement.getStart().getLine())
            {
                report(DiagnosticCode.STATEMENTS_ON_ONE_LINE, statement,
                    "a statement begins on the line of the one before");
            }
            statements.add(statement(statement));
            before = statement;
        }
        return statements;
    }

    private Statement statement(final StatementContext statement)
    {
        final Expression first = expression(statement.expression(0));
        if (statement.ASSIGN() == null)
        {
            return new Statement.Evaluation(first);
        }
        final Expression value = expression(statement.expression(1));
        return new Statement.Assignment(patterns.pattern(first), value, first.span().to(value.span()));
    }

    Expression expression(final ExpressionContext context)
    {
        if (depth == LanguageLimits.MAX_NESTING)
        {
            diagnostics.report(Diagnostic.of(DiagnosticCode.NESTED_TOO_DEEPLY, source, spans.span(context.getStart()),
                "the expression is more than " + LanguageLimits.MAX_NESTING + " levels deep")
                .suggestion("name a part with an assignment, or make it a function"));
            depth = 0;
            throw new TooDeepException();
        }
        depth++;
        final Expression expression = build(context);
        depth--;
        return expression;
    }

    private Expression build(final ExpressionContext context)
    {
        final Span span = spans.span(context);
        if (context instanceof SimpleContext simple)
        {
            return primary(simple.primary());
        }
        if (context instanceof BinaryContext binary)
        {
            final BinaryOperator operator = BinaryOperator.of(binary.op.getText());
            checkChain(binary, operator);
            return new Expression.Binary(
                operator, expression(binary.expression(0)), expression(binary.expression(1)), span);
        }
        if (context instanceof CallContext call)
        {
            return new Expression.Call(expression(call.expression()), arguments(call.arguments()), span);
        }
        if (context instanceof PipeContext pipe)
        {
            return new Expression.Pipe(steps(pipe), span);
        }
        if (context instanceof FieldContext field)
        {
            return new Expression.FieldOf(expression(field.expression()), word(field.word()), span);
        }
        if (context instanceof NegationContext negation)
        {
            return new Expression.Unary(UnaryOperator.NEGATE, expression(negation.expression()), span);
        }
        return new Expression.Unary(UnaryOperator.NOT, expression(((NotContext)context).expression()), span);
    }

    private void checkChain(final BinaryContext binary, final BinaryOperator operator)
    {
        final boolean compares = operator.strength() == BindingStrength.ORDER ||
            operator.strength() == BindingStrength.EQUALITY;
        if (compares && binary.expression(0) instanceof BinaryContext left &&
            BinaryOperator.of(left.op.getText()).strength() == operator.strength())
        {
            report(DiagnosticCode.CHAINED_COMPARISON, binary, "comparisons do not chain");
        }
    }

    private List<Expression> steps(final PipeContext pipe)
    {
        final List<Expression> steps = new ArrayList<>();
        ExpressionContext next = pipe;
        while (next instanceof PipeContext inner)
        {
            steps.add(expression(inner.expression(1)));
            next = inner.expression(0);
        }
        steps.add(expression(next));
        Collections.reverse(steps);
        return steps;
    }

    private Expression primary(final PrimaryContext primary)
    {
        final ParserRuleContext child = (ParserRuleContext)primary.getChild(primary.getChildCount() == 1 ? 0 : 1);
        final Span span = spans.span(child);
        if (child instanceof ExpressionContext inParentheses)
        {
            return expression(inParentheses);
        }
        if (child instanceof LiteralContext)
        {
            return literals.get(child.getStart());
        }
        if (child instanceof AtomContext atom)
        {
            return atom(atom);
        }
        if (child instanceof WhenCallContext call)
        {
            return new Expression.Call(new Expression.Name("when", spans.span(call.getStart())),
                arguments(call.arguments()), span);
        }
        if (child instanceof ListContext list)
        {
            return list(list, span);
        }
        if (child instanceof TupleContext tuple)
        {
            return new Expression.Tuple(tuple.expression().stream().map(this::expression).toList(), span);
        }
        if (child instanceof MapContext map)
        {
            return new Expression.MapOf(map.mapItem().stream().map(this::item).toList(), span);
        }
        return control(child, span);
    }

    private Expression control(final ParserRuleContext child, final Span span)
    {
        if (child instanceof ConditionalContext conditional)
        {
            return conditional(conditional, span);
        }
        if (child instanceof ChoiceContext choice)
        {
            return new Expression.Choice(
                expression(choice.expression()), choice.clause().stream().map(this::clause).toList(), span);
        }
        if (child instanceof UnquotationContext unquotation)
        {
            return new Expression.Unquote(expression(unquotation.expression()), span);
        }
        final BlockContext quoted = child.getRuleContext(BlockContext.class, 0);
        return quoted == null ? new Expression.Name(child.getText(), span) :
            new Expression.Quote(block(quoted), span);
    }

    private Expression list(final ListContext list, final Span span)
    {
        final List<Expression> elements = new ArrayList<>(list.expression().stream().map(this::expression).toList());
        final Optional<Expression> tail =
            list.BAR() == null ? Optional.empty() : Optional.of(elements.remove(elements.size() - 1));
        return new Expression.ListOf(elements, tail, span);
    }

    private MapItem item(final MapItemContext item)
    {
        return item.entry() != null ? entry(item.entry()) : new MapItem.Pair(
            expression(item.expression(0)), expression(item.expression(1)), spans.span(item));
    }

    private Expression conditional(final ConditionalContext conditional, final Span span)
    {
        // Asking the tree for one child after the other would look at all of them each time.
        final List<ExpressionContext> conditions = conditional.expression();
        final List<BlockContext> blocks = conditional.block();
        final List<Expression.Branch> branches = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++)
        {
            branches.add(new Expression.Branch(expression(conditions.get(i)), block(blocks.get(i))));
        }
        final boolean hasElse = blocks.size() > conditions.size();
        return new Expression.Conditional(branches, hasElse ?
            Optional.of(block(blocks.get(blocks.size() - 1))) : Optional.empty(), span);
    }

    private CaseClause clause(final ClauseContext clause)
    {
        final Pattern pattern = patterns.pattern(expression(clause.expression(0)));
        final Optional<Expression> guard = clause.WHEN() == null ? Optional.empty() :
            Optional.of(expression(clause.expression(1)));
        final CaseClause.Body body = clause.clauseBlock() != null ?
            new CaseClause.Body.Steps(new Block(
                statements(clause.clauseBlock().statement()), spans.span(clause.clauseBlock()))) :
            new CaseClause.Body.Value(expression(clause.expression(clause.expression().size() - 1)));
        return new CaseClause(pattern, guard, body, spans.span(clause));
    }

    private Identifier word(final WordContext word)
    {
        return new Identifier(word.getText(), spans.span(word));
    }

    private void report(final DiagnosticCode code, final ParserRuleContext context, final String message)
    {
        diagnostics.report(Diagnostic.of(code, source, spans.span(context), message)
            .suggestion(switch (code)
            {
                case CHAINED_COMPARISON -> "write a < b and b < c";
                case STATEMENTS_ON_ONE_LINE -> "put it on a line of its own, or a semicolon before it";
                default -> "put it before the named ones";
            }));
    }
}
