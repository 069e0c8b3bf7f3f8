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
package io.packetflow.latency.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

class FigureTest
{
    @Test
    void shouldTakeTheMiddleOfItsForks()
    {
        assertThat(new Figure(List.of(70.0, 64.0, 99.0)).median()).isEqualTo(70);
        assertThat(new Figure(List.of(64.0, 70.0)).median()).isEqualTo(67);
        assertThat(Figure.of(5).median()).isEqualTo(5);
    }

    @Test
    void shouldShowItsRangeWhereForksDisagree()
    {
        assertThat(new Figure(List.of(70.0, 64.0, 99.0)).text(Unit.NANOS)).isEqualTo("70 (64–99)");
        assertThat(new Figure(List.of(64.0, 64.0)).text(Unit.NANOS)).isEqualTo("64");
        assertThat(new Figure(List.of(28.4e6, 31e6)).text(Unit.MILLIONS_PER_SECOND)).isEqualTo("29.7 (28.4–31)");
        assertThat(new Figure(List.of(16.25, 17.0)).text(Unit.NANOS)).isEqualTo("16.6 (16.3–17)");
        assertThat(Figure.of(0.254).text(Unit.BYTES)).isEqualTo("0.25");
        assertThat(Figure.of(1_234_567).text(Unit.NANOS)).isEqualTo("1,234,567");
    }

    @Test
    void shouldRefuseToBeSeenByNobody()
    {
        assertThatThrownBy(() -> new Figure(List.of())).hasMessage("a figure was seen by at least one fork");
    }
}
