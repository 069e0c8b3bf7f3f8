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
package io.packetflow.engine.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.TestContext;
import io.packetflow.engine.molecule.Molecule;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How large the ring is that a plan gets from the settings. */
class PlanSettingsTest
{
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "one-node,  auto, 256, 256",
        "two-nodes, auto, 256, 1024",
        "one-node,  auto, 300, 512",
        "two-nodes, auto, 3000, 4096",
        "one-node,  2048, 256, 2048",
        "two-nodes, 64, 64, 64"})
    void shouldSizeTheRingByWhatItBridgesUnlessSomebodySaysSo(
        final String plan, final String size, final int batch, final int slots)
    {
        final Molecule molecule = Molecule.named("M").kind(Kinds.FEED)
            .packet(Scripted.packet("a", context -> () -> Scripted.CONTINUE).build())
            .packet(Scripted.packet("b", context -> () -> Scripted.CONTINUE).build()).metallic("a", "b").build();

        final PlannedCode code = PlannedCode.of(TestContext.of(directory, molecule, new Script(), "plan=" + plan,
            "group.df.ring.size=" + size, "batch.limit=" + batch));

        assertThat(code.plan().ring().capacity()).isEqualTo(slots);
    }
}
