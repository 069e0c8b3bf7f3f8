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
package io.packetflow.engine.language.diagnostic;

import io.packetflow.engine.language.source.DisplayWidth;
import io.packetflow.engine.language.source.SourceFile;

/**
 * Cold path. Shows diagnostics to people: place, code and message; the line with a caret under what is meant; what was
 * expected and found, a suggestion, the rule.
 *
 * <pre>{@code
 * trading.pf:7:6: error PF2001: packet Bok is not declared
 *   7 |     {Bok, Strategy, :ionic}
 *     |      ^^^
 *     = did you mean 'Book'?
 * }</pre>
 */
public final class DiagnosticText
{
    private static final String BOLD = "\u001B[1m";
    private static final String RED = "\u001B[31m";
    private static final String YELLOW = "\u001B[33m";
    private static final String PLAIN = "\u001B[0m";

    private final boolean isColoured;

    /**
     * Creates a renderer.
     *
     * @param isColoured whether the terminal shows colours
     */
    public DiagnosticText(final boolean isColoured)
    {
        this.isColoured = isColoured;
    }

    /**
     * Renders.
     *
     * @param diagnostic to show
     * @return lines, each with a line feed
     */
    public String render(final Diagnostic diagnostic)
    {
        final SourceFile source = diagnostic.source();
        final int line = diagnostic.line();
        final String number = Integer.toString(line);
        final String margin = " ".repeat(number.length() + 2);
        final StringBuilder text = new StringBuilder(256);
        text.append(styled(BOLD, source.name() + ":" + line + ":" + diagnostic.column() + ":")).append(' ')
            .append(styled(colour(diagnostic), diagnostic.severity() + " " + diagnostic.code())).append(": ")
            .append(visible(diagnostic.message())).append('\n');
        final String lineText = source.lineText(line);
        text.append("  ").append(number).append(" | ").append(visible(lineText).stripTrailing()).append('\n');
        text.append(margin).append(" | ").append(caret(diagnostic, lineText)).append('\n');
        note(text, margin, "expected ", diagnostic.expected());
        note(text, margin, "found ", diagnostic.found());
        note(text, margin, "", diagnostic.suggestion());
        note(text, margin, "rule: ", diagnostic.rule());
        return text.toString();
    }

    private static void note(final StringBuilder text, final String margin, final String label, final String note)
    {
        if (!note.isEmpty())
        {
            final String lines = visible(note).replace("\n", "\n" + margin + "   ");
            text.append(margin).append(" = ").append(label).append(lines).append('\n');
        }
    }

    private String caret(final Diagnostic diagnostic, final String lineText)
    {
        final int lineStart = diagnostic.source().lineStart(diagnostic.line());
        final int from = Math.min(diagnostic.span().start() - lineStart, lineText.length());
        final int to = Math.min(diagnostic.span().end() - lineStart, lineText.length());
        final StringBuilder caret = new StringBuilder(lineText.length());
        lineText.substring(0, from).codePoints().forEach(
            // A tab stays a tab: only the terminal knows how wide it is.
            character -> caret.append(character == '\t' ? "\t" : " ".repeat(DisplayWidth.of(character))));
        final int width = lineText.substring(from, Math.max(from, to)).codePoints()
            .map(character -> character == '\t' ? 1 : DisplayWidth.of(character)).sum();
        return caret + styled(colour(diagnostic), "^".repeat(Math.max(1, width)));
    }

    /** Takes from a program's text what would command the terminal, or turn its reading order round. */
    private static String visible(final String text)
    {
        final StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(character ->
        {
            final boolean isHidden = (Character.isISOControl(character) && character != '\t' && character != '\n') ||
                isBidirectional(character);
            visible.appendCodePoint(isHidden ? '?' : character);
        });
        return visible.toString();
    }

    private static boolean isBidirectional(final int character)
    {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    private static String colour(final Diagnostic diagnostic)
    {
        return BOLD + (diagnostic.severity() == Severity.ERROR ? RED : YELLOW);
    }

    private String styled(final String style, final String text)
    {
        return isColoured ? style + text + PLAIN : text;
    }
}
