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
package io.packetflow.latency.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PredictedBudgetTest
{
    @Test
    void shouldFollowAnInstanceToItsOrderAndSayWhatWasMeasured()
    {
        // Ingress 12, market data 10 + 30, trader 25 as nobody measured him, risk 15, router 20, three calls of 1.
        final PredictedBudget budget = PredictedBudget.of(10, 30, 15, 20);

        assertThat(budget.parts()).containsExactly(new Budget.Part("ingress, assumed", 12),
            new Budget.Part("MarketDataProcessor, measured alone", 40),
            new Budget.Part("AlgorithmicTrader, assumed", 25),
            new Budget.Part("RiskManager, measured alone", 15),
            new Budget.Part("OrderRouter, measured alone", 20),
            new Budget.Part("3 calls between packets, assumed", 3));
        assertThat(budget.totalNanos()).isEqualTo(115);
    }
}
