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
package io.packetflow.engine.language.code;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.codegen.JavaWriter;
import io.packetflow.engine.language.syntax.BinaryOperator;
import io.packetflow.engine.language.types.Type;
import io.packetflow.engine.language.types.Typed;
import io.packetflow.engine.language.types.Variable;

/** Cold path. Writes the expressions of one method; what needs statements of its own is written in front. */
final class ExpressionWriter
{
    private static final String THOUSANDS = "(?<=\\d)(?=(\\d{3})+$)";
    private static final long NO_SEPARATORS_BELOW = 10_000;

    private final ClassParts parts;
    private final JavaWriter out;
    private final JavaNames names;
    private final Conversions conversions;
    private final CallWriter calls;
    private final Map<Variable, Value> values = new HashMap<>();

    ExpressionWriter(final ClassParts parts, final JavaWriter out)
    {
        this.parts = parts;
        this.out = out;
        this.names = parts.localNames();
        this.conversions = new Conversions(parts.views());
        this.calls = new CallWriter(this, parts);
    }

    JavaWriter out()
    {
        return out;
    }

    JavaNames names()
    {
        return names;
    }

    Conversions conversions()
    {
        return conversions;
    }

    ClassParts parts()
    {
        return parts;
    }

    void bind(final Variable variable, final Value value)
    {
        values.put(variable, value);
    }

    /** Returns the value of a variable; views are fields of the class and need not be given one. */
    Value value(final Variable variable)
    {
        return variable.type() instanceof Type.Fields fields && fields.isView() ? new Value.View(fields.view()) :
            values.get(variable);
    }

    /** Returns the Java expression of a number, boolean or atom. */
    String single(final Typed typed)
    {
        return ((Value.Single)write(typed)).java();
    }

    /** Returns an expression as a value of a type that it joins. */
    Value write(final Typed typed, final Type type)
    {
        return conversions.convert(write(typed), typed.type(), type);
    }

    /** Returns an expression as Java. */
    Value write(final Typed typed)
    {
        if (typed instanceof Typed.Constant constant)
        {
            return constant(constant);
        }
        if (typed instanceof Typed.Local local)
        {
            return value(local.variable());
        }
        if (typed instanceof Typed.Part part)
        {
            return conversions.part(write(part.whole()), part.whole().type(), part.field());
        }
        if (typed instanceof Typed.Alternative alternative)
        {
            return ((Value.Group)write(alternative.whole())).parts().get(alternative.index() + 1);
        }
        if (typed instanceof Typed.IsAlternative test)
        {
            final Value which = ((Value.Group)write(test.whole())).parts().get(0);
            return new Value.Single("(" + ((Value.Single)which).java() + " == " + test.index() + ")");
        }
        if (typed instanceof Typed.Sequence || typed instanceof Typed.RecordOf)
        {
            return group(typed);
        }
        if (typed instanceof Typed.Call call)
        {
            return calls.call(call);
        }
        if (typed instanceof Typed.BuiltInCall call)
        {
            return new Value.Single(calls.builtIn(call));
        }
        if (typed instanceof Typed.Let let)
        {
            steps(let.steps());
            return write(let.result());
        }
        if (typed instanceof Typed.If choice)
        {
            return choice(choice);
        }
        if (typed instanceof Typed.Opaque opaque)
        {
            throw new NotCompiledException(opaque.place());
        }
        if (typed instanceof Typed.Failure)
        {
            new ResultWriter(this, Sink.NOWHERE).write(typed);
            return Shapes.nothing(Type.NOTHING);
        }
        return new Value.Single(operation(typed));
    }

    private Value constant(final Typed.Constant constant)
    {
        if (constant.type() instanceof Type.Text text)
        {
            return new Value.Group(FieldAccess.words(((String)constant.value()).getBytes(StandardCharsets.UTF_8),
                text.words()).stream().<Value>map(word -> new Value.Single(FieldAccess.hex(word))).toList());
        }
        if (constant.type() instanceof Type.Atom)
        {
            return new Value.Single(parts.atom((String)constant.value()));
        }
        return new Value.Single(constant.value() instanceof Long number ? literal(number) :
            constant.value().toString());
    }

    /** Returns a number as Java writes it. */
    static String literal(final long value)
    {
        if (value == Long.MIN_VALUE)
        {
            return "Long.MIN_VALUE";
        }
        final String digits = Long.toString(Math.abs(value));
        return (value < 0 ? "-" : "") +
            (Math.abs(value) < NO_SEPARATORS_BELOW ? digits : digits.replaceAll(THOUSANDS, "_")) + "L";
    }

    private Value group(final Typed typed)
    {
        final List<Typed> elements = Weights.children(typed);
        final List<Type> types = Shapes.parts(typed.type());
        final List<Value> written = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++)
        {
            written.add(write(elements.get(i), types.get(i)));
        }
        return new Value.Group(written);
    }

    private String operation(final Typed typed)
    {
        if (typed instanceof Typed.Arithmetic arithmetic)
        {
            return arithmetic(arithmetic);
        }
        if (typed instanceof Typed.Rescale rescale)
        {
            final int more = rescale.type().scale() - ((Type.Numeric)rescale.value().type()).scale();
            return "Math.multiplyExact(" + single(rescale.value()) + ", " + literal(power(more)) + ")";
        }
        if (typed instanceof Typed.Negation negation)
        {
            final String value = single(negation.value());
            return !negation.type().isWhole() ? "Math.negateExact(" + value + ")" :
                value.startsWith("-") ? "(-(" + value + "))" : "(-" + value + ")";
        }
        if (typed instanceof Typed.Comparison comparison)
        {
            return comparison(comparison);
        }
        if (typed instanceof Typed.Logic logic)
        {
            return logic(logic);
        }
        return "!" + single(((Typed.Not)typed).value());
    }

    /** Returns ten to some power. */
    static long power(final int exponent)
    {
        long power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10;
        }
        return power;
    }

    private String arithmetic(final Typed.Arithmetic arithmetic)
    {
        final String left = single(arithmetic.left());
        final String right = single(arithmetic.right());
        if (arithmetic.isExact())
        {
            switch (arithmetic.operator())
            {
                case ADD:
                    return "Math.addExact(" + left + ", " + right + ")";
                case SUBTRACT:
                    return "Math.subtractExact(" + left + ", " + right + ")";
                case MULTIPLY:
                    return "Math.multiplyExact(" + left + ", " + right + ")";
                default:
                    break;
            }
        }
        return "(" + left + " " + arithmetic.operator() + " " + right + ")";
    }

    private String comparison(final Typed.Comparison comparison)
    {
        if (!(comparison.left().type() instanceof Type.Text))
        {
            return "(" + single(comparison.left()) + " " + comparison.operator() + " " +
                single(comparison.right()) + ")";
        }
        final Type.Text one = (Type.Text)comparison.left().type();
        final Type.Text other = (Type.Text)comparison.right().type();
        final Type.Text longer = one.lengthBytes() > other.lengthBytes() ? one : other;
        final List<Value.Single> left = write(comparison.left(), longer).singles();
        final List<Value.Single> right = write(comparison.right(), longer).singles();
        final List<String> tests = new ArrayList<>();
        for (int i = 0; i < left.size(); i++)
        {
            tests.add(left.get(i).java() + " == " + right.get(i).java());
        }
        return tests.isEmpty() ? "true" : "(" + String.join(" && ", tests) + ")";
    }

    private String logic(final Typed.Logic logic)
    {
        final boolean isAnd = logic.operator() == BinaryOperator.AND;
        if (parts.weights().needsStatements(logic.right()))
        {
            final Typed constant = new Typed.Constant(Type.TRUTH, !isAnd);
            return single(isAnd ? new Typed.If(Type.TRUTH, logic.left(), logic.right(), constant) :
                new Typed.If(Type.TRUTH, logic.left(), constant, logic.right()));
        }
        return "(" + single(logic.left()) + (isAnd ? " && " : " || ") + single(logic.right()) + ")";
    }

    private Value choice(final Typed.If choice)
    {
        if (isTernary(choice))
        {
            return new Value.Single("(" + single(choice.condition()) + " ? " + single(choice.then()) + " : " +
                single(choice.otherwise()) + ")");
        }
        return keep("value", choice);
    }

    /** Returns whether a choice is short enough to stand within an expression. */
    boolean isTernary(final Typed.If choice)
    {
        return !parts.weights().needsStatements(choice) && !(choice.then() instanceof Typed.If) &&
            !(choice.otherwise() instanceof Typed.If);
    }

    /** Writes an expression into locals. */
    Value keep(final String name, final Typed typed)
    {
        if (typed instanceof Typed.Let let)
        {
            steps(let.steps());
            return keep(name, let.result());
        }
        if (!(typed instanceof Typed.If choice) || isTernary(choice))
        {
            return local(name, write(typed), typed.type());
        }
        final Value kept = Shapes.make(typed.type(), name, (java, wanted) ->
        {
            final String claimed = names.claim(wanted);
            out.line("final " + java + " " + claimed + ";");
            return claimed;
        });
        new ResultWriter(this, Sink.into(kept, typed.type())).write(typed);
        return kept;
    }

    /** Puts what is not simple into locals. */
    Value local(final String name, final Value value, final Type type)
    {
        if (value instanceof Value.View || value.singles().stream().allMatch(Value.Single::isSimple))
        {
            return value;
        }
        final Iterator<Value.Single> singles = value.singles().iterator();
        return Shapes.make(type, name, (java, wanted) ->
        {
            final Value.Single single = singles.next();
            if (single.isSimple())
            {
                return single.java();
            }
            final String claimed = names.claim(wanted);
            out.line("final " + java + " " + claimed + " = " + stripped(single.java()) + ";");
            return claimed;
        });
    }

    /** Takes parentheses away that stand around a whole expression. */
    static String stripped(final String java)
    {
        if (!java.startsWith("("))
        {
            return java;
        }
        int depth = 0;
        for (int i = 0; i < java.length() - 1; i++)
        {
            depth += java.charAt(i) == '(' ? 1 : java.charAt(i) == ')' ? -1 : 0;
            if (depth == 0)
            {
                return java;
            }
        }
        return java.substring(1, java.length() - 1);
    }

    /** Writes values that get names. */
    void steps(final List<Typed.Step> steps)
    {
        for (final Typed.Step step : steps)
        {
            values.put(step.variable(), keep(step.variable().name(), step.value()));
        }
    }
}
