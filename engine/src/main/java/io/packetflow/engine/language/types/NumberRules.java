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

import java.math.BigDecimal;
import java.util.Optional;

import io.packetflow.engine.language.syntax.BinaryOperator;

/** Cold path. What comes of numbers that are computed with: of which kind it is, and how many decimals it has. */
final class NumberRules
{
    private NumberRules()
    {
    }

    /** Returns the kind of a result, nothing where the two do not go together. */
    static Optional<NumberKind> kind(final BinaryOperator operator, final NumberKind left, final NumberKind right)
    {
        return Optional.ofNullable(switch (operator)
        {
            case ADD, SUBTRACT -> sum(operator, left, right);
            case MULTIPLY -> product(left, right);
            case DIVIDE -> quotient(left, right);
            case REMAINDER -> left == right || right.isPlain() ? left : null;
            default -> throw new IllegalArgumentException("no arithmetic: " + operator);
        });
    }

    private static NumberKind sum(final BinaryOperator operator, final NumberKind left, final NumberKind right)
    {
        final boolean isAdded = operator == BinaryOperator.ADD;
        if (left == NumberKind.TIMESTAMP && right == NumberKind.TIMESTAMP)
        {
            return isAdded ? null : NumberKind.DURATION;
        }
        if (left == NumberKind.TIMESTAMP && right == NumberKind.DURATION)
        {
            return left;
        }
        if (left == NumberKind.DURATION && right == NumberKind.TIMESTAMP && isAdded)
        {
            return right;
        }
        return common(left, right);
    }

    /** Returns the kind of two numbers that may be added and compared, null where they may not. */
    static NumberKind common(final NumberKind left, final NumberKind right)
    {
        if (left == right || (right.isPlain() && left.acceptsPlain()))
        {
            return left;
        }
        return left.isPlain() && right.acceptsPlain() ? right : null;
    }

    private static NumberKind product(final NumberKind left, final NumberKind right)
    {
        if (left == NumberKind.TIMESTAMP || right == NumberKind.TIMESTAMP)
        {
            return null;
        }
        if (left.isPlain() || right.isPlain())
        {
            return left.isPlain() ? right : left;
        }
        final boolean isAmount = (left == NumberKind.PRICE && right == NumberKind.QUANTITY) ||
            (left == NumberKind.QUANTITY && right == NumberKind.PRICE);
        return isAmount ? NumberKind.PRICE : left == right ? NumberKind.PLAIN : null;
    }

    private static NumberKind quotient(final NumberKind left, final NumberKind right)
    {
        if (left == NumberKind.TIMESTAMP || right == NumberKind.TIMESTAMP)
        {
            return null;
        }
        if (left == right)
        {
            return NumberKind.PLAIN;
        }
        if (right.isPlain() || (left == NumberKind.PRICE && right == NumberKind.QUANTITY))
        {
            return left;
        }
        return left.isPlain() ? NumberKind.PLAIN : null;
    }

    /** Returns how many decimals a result has: a product those of both, all else those of the operand that has more. */
    static int scale(final BinaryOperator operator, final int left, final int right)
    {
        return operator == BinaryOperator.MULTIPLY ? left + right : Math.max(left, right);
    }

    /** Returns how many decimals the left operand needs, so that the machine's operation gives the result's. */
    static int leftScale(final BinaryOperator operator, final int left, final int right)
    {
        return switch (operator)
        {
            case MULTIPLY -> left;
            case DIVIDE -> Math.max(left, right) + right;
            default -> Math.max(left, right);
        };
    }

    /**
     * Gives a number more decimals.
     *
     * @param value a number
     * @param scale that it shall have, at least what it has
     * @return it with so many; nothing where it is written in the program and does not fit then
     */
    static Optional<Typed> rescale(final Typed value, final int scale)
    {
        final Type.Numeric from = (Type.Numeric)value.type();
        if (from.scale() == scale)
        {
            return Optional.of(value);
        }
        final Type.Numeric to = new Type.Numeric(from.kind(), scale);
        if (value instanceof Typed.Constant constant)
        {
            return units(BigDecimal.valueOf((Long)constant.value(), from.scale()), scale)
                .map(units -> new Typed.Constant(to, units));
        }
        return Optional.of(new Typed.Rescale(to, value));
    }

    /** Returns a number in units of a scale, nothing where it is no whole number of them or does not fit. */
    static Optional<Long> units(final BigDecimal value, final int scale)
    {
        try
        {
            return Optional.of(value.movePointRight(scale).longValueExact());
        }
        catch (final ArithmeticException tooLarge)
        {
            return Optional.empty();
        }
    }
}
