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

import java.util.List;

import io.packetflow.engine.codegen.JavaWriter;
import io.packetflow.engine.language.types.Typed;

/**
 * Cold path. Writes an expression as statements that end with its result in a {@link Sink}. A method that grows beyond
 * {@link #METHOD_WEIGHT} goes on in another one, at a branch or between two assignments.
 */
final class ResultWriter
{
    /** Bytes of bytecode, roughly: HotSpot inlines hot methods of 325 bytes at most. */
    static final int METHOD_WEIGHT = 200;

    private static final int MIN_PART_WEIGHT = 40;

    private final ExpressionWriter expressions;
    private final JavaWriter out;
    private final Weights weights;
    private final Sink sink;
    private final String method;
    private int written;

    ResultWriter(final ExpressionWriter expressions, final Sink sink)
    {
        this(expressions, sink, "");
    }

    /** Prepares; parts of the method are named after it. */
    ResultWriter(final ExpressionWriter expressions, final Sink sink, final String method)
    {
        this.expressions = expressions;
        this.out = expressions.out();
        this.weights = expressions.parts().weights();
        this.sink = sink;
        this.method = method;
    }

    void write(final Typed typed)
    {
        if (typed instanceof Typed.Let let)
        {
            steps(let);
        }
        else if (typed instanceof Typed.If choice)
        {
            choice(choice);
        }
        else if (typed instanceof Typed.Call call && !Weights.isMethod(call.function()))
        {
            new CallWriter(expressions, expressions.parts()).bind(call);
            write(call.function().body());
        }
        else if (typed instanceof Typed.Failure failure)
        {
            out.line("throw new IllegalStateException(\"" + failure.message().replace("\\", "\\\\")
                .replace("\"", "\\\"") + "\");");
        }
        else
        {
            written += weights.of(typed);
            sink.accept(expressions.write(typed), typed.type(), expressions);
        }
    }

    private void steps(final Typed.Let let)
    {
        final List<Typed.Step> steps = let.steps();
        for (int i = 0; i < steps.size(); i++)
        {
            if (i > 0)
            {
                final Typed rest = new Typed.Let(steps.subList(i, steps.size()), let.result());
                if (isTimeToPart(rest))
                {
                    part(rest);
                    return;
                }
            }
            written += weights.of(steps.get(i).value());
            expressions.steps(List.of(steps.get(i)));
        }
        writeOrPart(let.result());
    }

    private boolean isTimeToPart(final Typed rest)
    {
        return sink.isEnd() && written > METHOD_WEIGHT / 2 && written + weights.of(rest) > METHOD_WEIGHT &&
            weights.of(rest) > MIN_PART_WEIGHT;
    }

    private void writeOrPart(final Typed rest)
    {
        if (isTimeToPart(rest))
        {
            part(rest);
        }
        else
        {
            write(rest);
        }
    }

    private void part(final Typed rest)
    {
        out.line("return " + MethodPart.write(rest, expressions, sink, method) + ";");
    }

    private void choice(final Typed.If choice)
    {
        if (choice.condition() instanceof Typed.Constant constant)
        {
            write(constant.value().equals(true) ? choice.then() : choice.otherwise());
            return;
        }
        if (!sink.isEnd() && expressions.isTernary(choice))
        {
            sink.accept(expressions.write(choice), choice.type(), expressions);
            return;
        }
        final boolean isLarge = sink.isEnd() && written + weights.of(choice) > METHOD_WEIGHT;
        written += weights.of(choice.condition());
        out.open("if (" + ExpressionWriter.stripped(expressions.single(choice.condition())) + ")");
        if (isLarge && weights.of(choice.then()) > MIN_PART_WEIGHT)
        {
            part(choice.then());
        }
        else
        {
            write(choice.then());
        }
        out.close();
        if (sink.isEnd())
        {
            writeOrPart(choice.otherwise());
        }
        else
        {
            out.open("else");
            write(choice.otherwise());
            out.close();
        }
    }
}
