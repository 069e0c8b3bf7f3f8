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
package io.packetflow.engine.language.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.BinaryOperator;
import io.packetflow.engine.language.syntax.SyntaxNode;

/** Cold path. Types operators: arithmetic, comparisons, logic. */
final class Operators
{
    private static final String NUMBER = "a number";
    private static final String BOOLEAN = "a boolean";
    private static final Typed TRUE = new Typed.Constant(Type.TRUTH, true);
    private static final Typed FALSE = new Typed.Constant(Type.TRUTH, false);

    private final Report report;

    Operators(final Report report)
    {
        this.report = report;
    }

    Typed binary(final BinaryOperator operator, final Typed left, final Typed right, final SyntaxNode place)
    {
        return switch (operator)
        {
            case AND, OR -> logic(operator, left, right, place);
            case EQUAL -> equal(left, right, place);
            case NOT_EQUAL -> not(equal(left, right, place), place);
            case LESS, AT_MOST, GREATER, AT_LEAST -> order(operator, left, right, place);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> arithmetic(operator, left, right, place);
        };
    }

    private Typed logic(final BinaryOperator operator, final Typed left, final Typed right, final SyntaxNode place)
    {
        final boolean isFirst = isTruth(left, place, operator);
        final boolean isSecond = isTruth(right, place, operator);
        return isFirst && isSecond ? new Typed.Logic(operator, left, right) : new Typed.Opaque(Type.TRUTH, place);
    }

    private boolean isTruth(final Typed value, final SyntaxNode place, final BinaryOperator operator)
    {
        return isTruth(value, place, "an operand of " + operator + " is no boolean");
    }

    /** Returns whether a value is a boolean; where it is certainly none that is reported. */
    boolean isTruth(final Typed value, final SyntaxNode place, final String message)
    {
        if (!(value.type() instanceof Type.Truth) && isKnown(value))
        {
            report.wrongType(place, message, BOOLEAN, value.type());
        }
        return value.type() instanceof Type.Truth;
    }

    Typed not(final Typed value, final SyntaxNode place)
    {
        return isTruth(value, place, "the operand of not is no boolean") ? new Typed.Not(value) :
            new Typed.Opaque(Type.TRUTH, place);
    }

    Typed negate(final Typed value, final SyntaxNode place)
    {
        if (!isNumber(value, place, "the operand of - is no number"))
        {
            return new Typed.Opaque(Type.UNKNOWN, place);
        }
        final Type.Numeric type = (Type.Numeric)value.type();
        return value instanceof Typed.Constant constant ? new Typed.Constant(type, -(Long)constant.value()) :
            new Typed.Negation(type, value);
    }

    boolean isNumber(final Typed value, final SyntaxNode place, final String message)
    {
        if (!(value.type() instanceof Type.Numeric) && isKnown(value))
        {
            report.wrongType(place, message, NUMBER, value.type());
        }
        return value.type() instanceof Type.Numeric;
    }

    private boolean areNumbers(
        final BinaryOperator operator, final Typed left, final Typed right, final SyntaxNode place)
    {
        final boolean isFirst = isNumber(left, place, "the left operand of " + operator + " is no number");
        final boolean isSecond = isNumber(right, place, "the right operand of " + operator + " is no number");
        return isFirst && isSecond;
    }

    private static boolean isKnown(final Typed value)
    {
        return !(value.type() instanceof Type.Unknown) && !(value.type() instanceof Type.Nothing);
    }

    private Typed arithmetic(
        final BinaryOperator operator, final Typed left, final Typed right, final SyntaxNode place)
    {
        if (!areNumbers(operator, left, right, place))
        {
            return new Typed.Opaque(Type.UNKNOWN, place);
        }
        final Type.Numeric one = (Type.Numeric)left.type();
        final Type.Numeric other = (Type.Numeric)right.type();
        final Optional<NumberKind> kind = NumberRules.kind(operator, one.kind(), other.kind());
        if (kind.isEmpty())
        {
            mixed(operator, one, other, place);
            return new Typed.Opaque(Type.UNKNOWN, place);
        }
        final int leftScale = NumberRules.leftScale(operator, one.scale(), other.scale());
        final int scale = NumberRules.scale(operator, one.scale(), other.scale());
        final boolean isAligned = operator != BinaryOperator.MULTIPLY && operator != BinaryOperator.DIVIDE;
        if (Math.max(leftScale, scale) > TypingLimits.MAX_SCALE)
        {
            report.tell(place, DiagnosticCode.TOO_MANY_DECIMALS, "numbers of " + one.scale() + " and " +
                other.scale() + " decimals give too many with " + operator, TypingLimits.MAX_SCALE +
                " decimals at most on the way", "" + Math.max(leftScale, scale),
                "round an operand before: round(x, 4)");
            return new Typed.Opaque(new Type.Numeric(kind.get(), TypingLimits.MAX_SCALE), place);
        }
        return aligned(left, leftScale, place).flatMap(first -> aligned(right, isAligned ? scale : other.scale(), place)
            .<Typed>map(second -> new Typed.Arithmetic(new Type.Numeric(kind.get(), scale), operator, first, second)))
            .orElseGet(() -> new Typed.Opaque(new Type.Numeric(kind.get(), scale), place));
    }

    private Optional<Typed> aligned(final Typed value, final int scale, final SyntaxNode place)
    {
        final Optional<Typed> rescaled = NumberRules.rescale(value, scale);
        if (rescaled.isEmpty())
        {
            report.tell(place, DiagnosticCode.TOO_MANY_DECIMALS, "a number does not fit into 64 bits with " + scale +
                " decimals", "", "", "");
        }
        return rescaled;
    }

    private void mixed(
        final BinaryOperator operator, final Type.Numeric left, final Type.Numeric right, final SyntaxNode place)
    {
        report.tell(place, DiagnosticCode.MIXED_KINDS, "a " + left.kind() + " and a " + right.kind() +
            " do not go together with " + operator, "", left + " and " + right, suggestion(left, right));
    }

    private static String suggestion(final Type.Numeric left, final Type.Numeric right)
    {
        final NumberKind wanted = left.kind().isPlain() ? right.kind() : right.kind().isPlain() ? left.kind() : null;
        if (wanted == null)
        {
            return "integer(x) takes the unit away";
        }
        return switch (wanted)
        {
            case DURATION -> "write the plain number with a unit, such as 5ns, or duration(x)";
            case SIZE -> "write the plain number with a unit, such as 64KB";
            case RATE -> "write the plain number with a unit, such as 100/s";
            case TIMESTAMP -> "timestamp(x) makes a timestamp of an integer, duration(x) a duration";
            default -> wanted + "(x) makes one of a plain number";
        };
    }

    private Typed order(final BinaryOperator operator, final Typed left, final Typed right, final SyntaxNode place)
    {
        return areNumbers(operator, left, right, place) ? compare(operator, left, right, place) :
            new Typed.Opaque(Type.TRUTH, place);
    }

    private Typed compare(final BinaryOperator operator, final Typed left, final Typed right, final SyntaxNode place)
    {
        final Type.Numeric one = (Type.Numeric)left.type();
        final Type.Numeric other = (Type.Numeric)right.type();
        if (NumberRules.common(one.kind(), other.kind()) == null)
        {
            mixed(operator, one, other, place);
            return new Typed.Opaque(Type.TRUTH, place);
        }
        final int scale = Math.max(one.scale(), other.scale());
        return aligned(left, scale, place).flatMap(first -> aligned(right, scale, place)
            .<Typed>map(second -> new Typed.Comparison(operator, first, second)))
            .orElseGet(() -> new Typed.Opaque(Type.TRUTH, place));
    }

    private Typed equal(final Typed left, final Typed right, final SyntaxNode place)
    {
        if (!isKnown(left) || !isKnown(right))
        {
            return new Typed.Opaque(Type.TRUTH, place);
        }
        if (!canBeEqual(left.type(), right.type()))
        {
            report.wrongType(place, "the two are never equal", "a value like the left one: " + left.type(),
                right.type());
            return FALSE;
        }
        final List<Typed.Step> steps = new ArrayList<>();
        final Typed one = Simple.of(left, steps);
        final Typed other = Simple.of(right, steps);
        final Typed test = test(one, other, place);
        return steps.isEmpty() ? test : new Typed.Let(steps, test);
    }

    private static boolean canBeEqual(final Type left, final Type right)
    {
        return Joining.alternatives(left).stream().anyMatch(one -> Joining.alternatives(right).stream().anyMatch(
            other -> Joining.shape(one).equals(Joining.shape(other)) || one instanceof Type.Unknown ||
            other instanceof Type.Unknown));
    }

    /** Returns the test whether two values are equal; they may be looked at several times. */
    Typed test(final Typed left, final Typed right, final SyntaxNode place)
    {
        if (left.type() instanceof Type.OneOf oneOf)
        {
            return anyAlternative(left, oneOf, right, place);
        }
        if (right.type() instanceof Type.OneOf oneOf)
        {
            return anyAlternative(right, oneOf, left, place);
        }
        if (!isKnown(left) || !isKnown(right))
        {
            return new Typed.Opaque(Type.TRUTH, place);
        }
        if (!Joining.shape(left.type()).equals(Joining.shape(right.type())))
        {
            return FALSE;
        }
        if (left.type() instanceof Type.Numeric)
        {
            return compare(BinaryOperator.EQUAL, left, right, place);
        }
        if (left.type() instanceof Type.Tuple || left.type() instanceof Type.Fields ||
            left.type() instanceof Type.ListOf)
        {
            return allParts(left, right, place);
        }
        final boolean isSingle = left.type() instanceof Type.Truth || left.type() instanceof Type.Atom ||
            left.type() instanceof Type.Text;
        return isSingle ? new Typed.Comparison(BinaryOperator.EQUAL, left, right) :
            new Typed.Opaque(Type.TRUTH, place);
    }

    private Typed anyAlternative(
        final Typed value, final Type.OneOf type, final Typed other, final SyntaxNode place)
    {
        Typed any = FALSE;
        for (int i = 0; i < type.alternatives().size(); i++)
        {
            final Typed alternative = new Typed.Alternative(type.alternatives().get(i), value, i);
            final Typed same = test(alternative, other, place);
            if (!same.equals(FALSE))
            {
                final Typed both = and(new Typed.IsAlternative(value, i), same);
                any = any.equals(FALSE) ? both : new Typed.Logic(BinaryOperator.OR, any, both);
            }
        }
        return any;
    }

    private Typed allParts(final Typed left, final Typed right, final SyntaxNode place)
    {
        Typed all = TRUE;
        for (final String field : Simple.fields(left.type()))
        {
            all = and(all, test(Simple.part(left, field), Simple.part(right, field), place));
        }
        return all;
    }

    /** Returns the test that two others hold; what is always or never so is left out. */
    static Typed and(final Typed left, final Typed right)
    {
        if (left.equals(TRUE) || right.equals(FALSE))
        {
            return right;
        }
        return right.equals(TRUE) || left.equals(FALSE) ? left : new Typed.Logic(BinaryOperator.AND, left, right);
    }

    /** Returns the test that always holds. */
    static Typed always()
    {
        return TRUE;
    }

    /** Returns whether a test always holds. */
    static boolean isAlways(final Typed test)
    {
        return test.equals(TRUE);
    }

    /** Returns whether a test never holds. */
    static boolean isNever(final Typed test)
    {
        return test.equals(FALSE);
    }
}
