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
package io.packetflow.risk.valuation;

import org.apache.commons.math3.linear.DefaultRealMatrixChangingVisitor;

/** Fills a matrix of Commons Math by a formula. */
final class Entries extends DefaultRealMatrixChangingVisitor
{
    private final Formula formula;

    Entries(final Formula formula)
    {
        this.formula = formula;
    }

    @Override
    public double visit(final int row, final int column, final double value)
    {
        return formula.at(row, column);
    }

    /** What stands at a place. */
    @FunctionalInterface
    interface Formula
    {
        double at(int row, int column);
    }
}
