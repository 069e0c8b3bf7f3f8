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

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Unit;
import io.packetflow.engine.periodic.NearestName;

/** Cold path. Reads numbers and measures. What is wrong with one is reported, and zero takes its place. */
final class LiteralReader
{
    private static final Pattern MEASURE = Pattern.compile("([0-9][0-9_]*(?:\\.[0-9][0-9_]*)?)(.+)", Pattern.DOTALL);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final SourceFile source;
    private final Diagnostics diagnostics;

    LiteralReader(final SourceFile source, final Diagnostics diagnostics)
    {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    Expression wholeNumber(final String text, final Span span)
    {
        final String digits = text.replace("_", "");
        if (digits.length() > 40 || new BigDecimal(digits).compareTo(LARGEST) > 0)
        {
            tooLarge(span, "the number is too large", "a number up to " + Long.MAX_VALUE);
            return new Expression.WholeNumber("0", 0, span);
        }
        return new Expression.WholeNumber(text, Long.parseLong(digits), span);
    }

    Expression decimalNumber(final String text, final Span span)
    {
        final Optional<BigDecimal> value = decimal(text, span);
        return new Expression.DecimalNumber(value.isPresent() ? text : "0.0", value.orElse(BigDecimal.ZERO), span);
    }

    Expression measure(final String text, final Span span)
    {
        final Matcher parts = MEASURE.matcher(text);
        if (!parts.matches())
        {
            throw new IllegalStateException("the lexer makes measures of a number and a unit: " + text);
        }
        final Optional<Unit> unit = Unit.of(parts.group(2));
        if (unit.isEmpty())
        {
            diagnostics.report(Diagnostic.of(DiagnosticCode.UNKNOWN_UNIT, source,
                new Span(span.start() + parts.start(2), span.end()), "'" + parts.group(2) + "' is not a unit")
                .expected("one of " + String.join(" ", Unit.symbols()), "")
                .didYouMean(NearestName.find(parts.group(2), Unit.symbols())));
            return new Expression.Measure("0", Unit.NANOSECONDS, BigDecimal.ZERO, span);
        }
        final BigDecimal value = decimal(parts.group(1), span).orElse(BigDecimal.ZERO).multiply(unit.get().factor());
        if (value.compareTo(LARGEST) > 0)
        {
            tooLarge(span, "the measure is too large", "one that fits into 64 bits of its base unit");
            return new Expression.Measure("0", unit.get(), BigDecimal.ZERO, span);
        }
        return new Expression.Measure(parts.group(1), unit.get(), value, span);
    }

    private Optional<BigDecimal> decimal(final String text, final Span span)
    {
        final String plain = text.replace("_", "");
        final int exponentAt = Math.max(plain.indexOf('e'), plain.indexOf('E'));
        final String digits = exponentAt < 0 ? plain : plain.substring(0, exponentAt);
        final String exponent = exponentAt < 0 ? "0" : plain.substring(exponentAt + 1);
        if (digits.replace(".", "").length() > LanguageLimits.MAX_DECIMAL_DIGITS || exponent.length() > 3 ||
            Math.abs(Integer.parseInt(exponent)) > LanguageLimits.MAX_DECIMAL_DIGITS)
        {
            tooLarge(span, "the number has too many digits or too large an exponent",
                "at most " + LanguageLimits.MAX_DECIMAL_DIGITS + " digits, and an exponent from -" +
                LanguageLimits.MAX_DECIMAL_DIGITS + " to " + LanguageLimits.MAX_DECIMAL_DIGITS);
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain));
    }

    private void tooLarge(final Span span, final String message, final String expected)
    {
        diagnostics.report(Diagnostic.of(DiagnosticCode.LITERAL_TOO_LARGE, source, span, message)
            .expected(expected, ""));
    }
}
