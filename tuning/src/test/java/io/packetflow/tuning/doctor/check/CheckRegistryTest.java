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
package io.packetflow.tuning.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.packetflow.affinity.topology.CpuSet;

import org.junit.jupiter.api.Test;

/** The registry, and what the documentation says of it. */
class CheckRegistryTest
{
    private final CheckRegistry registry = new CheckRegistry();

    @Test
    void shouldSayOfEachCheckWhatWhyAndWhatHelps()
    {
        final CpuWords words = new CpuWords(Placement.of(CpuSet.of(2, 3), Optional.empty(), "test"));

        assertThat(registry.texts()).hasSize(130).allSatisfy(text ->
        {
            assertThat(text.title()).isNotBlank().doesNotEndWith(".");
            assertThat(text.why()).isNotBlank();
            assertThat(text.remedy(words)).isNotBlank();
            assertThat(registry.check(text.id())).isNotNull();
        });
    }

    /** A row that is missing in tuning/README.md, or says something else, is printed as it must be. */
    @Test
    void shouldBeDocumentedCheckByCheck() throws IOException
    {
        final List<String> rows = Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.matches("\\| [KPTMJFSNV][0-9]{2} \\|.*")).toList();

        assertThat(rows).containsExactlyElementsOf(registry.texts().stream().map(text -> "| " + text.id() + " | " +
            text.severity().name().toLowerCase(Locale.ROOT) + " | " + text.title() + " |").toList());
    }

    @Test
    void shouldWeighChecksByProfile()
    {
        final CheckText isolation = text("K01");
        final CheckText swap = text("M06");

        assertThat(Profile.PRODUCTION.severity(isolation)).isEqualTo(Severity.FAIL);
        assertThat(Profile.BENCH.severity(isolation)).isEqualTo(Severity.FAIL);
        assertThat(Profile.CI.severity(isolation)).isEqualTo(Severity.INFO);
        assertThat(Profile.DEV.severity(text("T15"))).isEqualTo(Severity.INFO);
        assertThat(Profile.CI.severity(swap)).isEqualTo(Severity.WARN);
        assertThat(Profile.BENCH.severity(text("P08"))).isEqualTo(Severity.WARN);
        assertThat(Profile.DEV.severity(text("J18"))).isEqualTo(Severity.FAIL);
    }

    private CheckText text(final String id)
    {
        return registry.texts().stream().filter(text -> text.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void shouldWriteMasksAsTheKernelDoes()
    {
        assertThat(CpuWords.mask(CpuSet.EMPTY)).isEqualTo("0");
        assertThat(CpuWords.mask(CpuSet.parse("0-1"))).isEqualTo("3");
        assertThat(CpuWords.mask(CpuSet.parse("0,64"))).isEqualTo("1,00000000,00000001");
    }

    @Test
    void shouldSayWhatPermissionIsMissing()
    {
        final Finding finding = Finding.unknown("no permission to read /dev/cpu_dma_latency as user x; run it as root");

        assertThat(finding.status(Severity.WARN)).isEqualTo(Status.UNKNOWN);
        assertThat(Finding.broken("x").atMost(Severity.INFO).status(Severity.FAIL)).isEqualTo(Status.INFO);
        assertThat(Finding.broken("x").atMost(Severity.FAIL).status(Severity.INFO)).isEqualTo(Status.INFO);
    }
}
