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
package io.packetflow.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.engine.plan.Grouping;
import io.packetflow.engine.plan.NodePolicy;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.pressure.BackPressure;
import io.packetflow.ringbuffers.ring.Publication;

class ReactorSettingsTest
{
    @TempDir
    private Path directory;

    @Test
    void shouldHaveADefaultForEverySetting()
    {
        final ReactorSettings settings = ReactorSettings.builder().conclude();

        assertThat(settings.grouping()).isEqualTo(Grouping.FUSED);
        assertThat(settings.plan()).isEqualTo(NodePolicy.AUTO);
        assertThat(settings.threading()).isEqualTo(Threading.DEDICATED);
        assertThat(settings.publication()).isEqualTo(Publication.CURSOR);
        assertThat(settings.hugePages()).isEqualTo(HugePages.WHERE_GRANTED);
        assertThat(settings.failure()).isEqualTo(FailureChoice.HALT);
        assertThat(settings.stallLimitNanos()).isEqualTo(100_000_000L);
        assertThat(settings.batchLimit()).isEqualTo(256);
        assertThat(settings.warmup()).isTrue();
        assertThat(settings.warmupMessages()).isEqualTo(2_000_000L);
        assertThat(settings.reserveCores()).isTrue();
        assertThat(settings.outputDirectory()).isEqualTo(Path.of("packetflow-out"));
        assertThat(settings.countersFile()).hasFileName("counters.dat");
        assertThat(settings.hostCosts()).hasFileName("host-costs.properties");
        assertThat(settings.codeCache()).isPresent().get().asString().endsWith("packetflow/code");
        for (final PeriodicGroup group : PeriodicGroup.values())
        {
            assertThat(settings.group(group)).isEqualTo(
                new GroupSettings(group, Cores.AUTO, Slots.AUTO, WaitChoice.AUTO, BackPressure.SPIN));
        }
        assertThat(settings.all()).hasSize(19 + 6 * 4).allMatch(Setting::isDefault);
    }

    @Test
    void shouldKeepNoCompiledCodeWhereThatIsSwitchedOff()
    {
        assertThat(ReactorSettings.builder().set("packetflow.code.cache", "off").conclude().codeCache()).isEmpty();
    }

    @Test
    void shouldLetTheNearerSourceWinWhateverTheOrderOfCalls() throws IOException
    {
        final Path file = write("packetflow.plan=two-nodes", "packetflow.grouping=strict", "packetflow.warmup=off");
        final Properties system = new Properties();
        system.setProperty("packetflow.plan", "auto");
        system.setProperty("packetflow.grouping", "unfused");
        system.setProperty("user.name", "not ours");

        final ReactorSettings settings = ReactorSettings.builder()
            .set("packetflow.plan", "one-node", Origin.COMMAND_LINE)
            .systemProperties(system)
            .file(file)
            .conclude();

        assertThat(settings.setting(ReactorKeys.PLAN))
            .isEqualTo(new Setting<>(ReactorKeys.PLAN, NodePolicy.ONE_NODE, Origin.COMMAND_LINE));
        assertThat(settings.setting(ReactorKeys.GROUPING).origin()).isEqualTo(Origin.SYSTEM_PROPERTY);
        assertThat(settings.setting(ReactorKeys.WARMUP).origin().place()).isEqualTo(file + ":3");
        assertThat(settings.setting(ReactorKeys.FAILURE).origin()).isEqualTo(Origin.DEFAULT);
    }

    @Test
    void shouldSetOneGroupWithoutTouchingTheOthers()
    {
        final ReactorSettings settings = ReactorSettings.builder()
            .set("packetflow.group.df.ring.size", "4096")
            .set("packetflow.group.df.cores", "2-3")
            .set("packetflow.group.df.wait", "busy-spin")
            .set("packetflow.group.df.backpressure", "shed")
            .conclude();

        assertThat(settings.group(PeriodicGroup.DF)).isEqualTo(new GroupSettings(PeriodicGroup.DF,
            new Cores(List.of(2, 3)), new Slots(4_096), WaitChoice.BUSY_SPIN, BackPressure.SHED));
        assertThat(settings.group(PeriodicGroup.CF).ringSize()).isEqualTo(Slots.AUTO);
    }

    @Test
    void shouldListEveryErrorWithItsPlaceAndRemedy() throws IOException
    {
        final Path file = write(
            "# a comment",
            "packetflow.stall.limit = soon",
            "",
            "packetflow.group.df.ring.size = 1000",
            "packetflow.pln = one-node",
            "packetflow.failure = \\",
            "    explode");

        final ConfigurationException exception = catchThrowableOfType(ConfigurationException.class,
            () -> ReactorSettings.builder().file(file).set("plan", "auto").conclude());

        assertThat(exception).hasMessage("the configuration has 5 errors" +
            "\n  " + file + ":5: packetflow.pln=one-node is not a setting; did you mean 'packetflow.plan'?" +
            "\n  program: plan=auto is not a setting; write 'packetflow.plan'" +
            "\n  " + file + ":2: packetflow.stall.limit=soon must be a duration such as 250ns, 5us, 10ms, 1s; " +
            "correct it or leave it out" +
            "\n  " + file + ":6: packetflow.failure=explode must be one of halt, quarantine; " +
            "correct it or leave it out" +
            "\n  " + file + ":4: packetflow.group.df.ring.size=1000 must be auto or a power of two from 2 to " +
            "1073741824; write for example auto, 512, 1024, 65536");
        assertThat(exception.errors()).hasSize(5);
    }

    @Test
    void shouldSuggestNothingFarFetchedAndSayWhatAWholeNumberIs()
    {
        assertThatThrownBy(() -> ReactorSettings.builder().set("packetflow.nonsense", "x")
            .set("packetflow.batch.limit", "-1").conclude()).hasMessage("the configuration has 2 errors" +
                "\n  program: packetflow.nonsense=x is not a setting; 'packetflow config --all' lists every key" +
                "\n  program: packetflow.batch.limit=-1 must be a whole number, 1 to 1073741824; " +
                "correct it or leave it out");
    }

    @Test
    void shouldNotFloodWhereAnotherFileIsTakenForTheConfiguration() throws IOException
    {
        final Path file = write(IntStream.range(0, 500).mapToObj(line -> line + ",0,0").toArray(String[]::new));

        final ConfigurationException exception = catchThrowableOfType(ConfigurationException.class,
            () -> ReactorSettings.builder().file(file).conclude());

        assertThat(exception.errors()).hasSize(500);
        assertThat(exception).hasMessageStartingWith("the configuration has 500 errors")
            .hasMessageEndingWith("\n  and 400 more: is this a properties file?");
        assertThat(exception.getMessage().lines()).hasSize(102);
    }

    @Test
    void shouldRefuseAKeyThatStandsTwiceInAFile() throws IOException
    {
        final Path file = write("packetflow.plan=auto", "packetflow.plan=one-node");

        assertThatThrownBy(() -> ReactorSettings.builder().file(file).conclude())
            .hasMessageContaining(file + ":2: packetflow.plan=one-node must be set once, but stands at " + file + ":1");
    }

    @Test
    void shouldRefuseAFileThatCannotBeRead() throws IOException
    {
        assertThatThrownBy(() -> ReactorSettings.builder().file(directory.resolve("none.properties")))
            .isInstanceOf(ConfigurationException.class)
            .hasMessageContaining("none.properties must be a readable file; check the path and its permissions");
        assertThatThrownBy(() -> ReactorSettings.builder().file(directory))
            .hasMessageContaining("must be a file, but is a directory");
        final Path latin = Files.write(directory.resolve("latin"), new byte[]{'a', '=', (byte)0xe9, '\n'});
        assertThatThrownBy(() -> ReactorSettings.builder().file(latin)).hasMessageContaining("must be UTF-8 text");
        final Path escape = write("packetflow.plan=\\u00zz");
        assertThatThrownBy(() -> ReactorSettings.builder().file(escape)).hasMessageContaining("must be key=value");
    }

    @Test
    void shouldRefuseAJvmOptionInAFileBecauseItWouldComeTooLate() throws IOException
    {
        final Path file = write("packetflow.layout.bounds.checks=false");
        final Properties system = new Properties();
        system.setProperty("packetflow.layout.bounds.checks", "false");

        assertThatThrownBy(() -> ReactorSettings.builder().file(file).conclude()).hasMessageContaining(
            "is read before the configuration is; give it to the JVM as -Dpacketflow.layout.bounds.checks=false");
        assertThat(ReactorSettings.builder().systemProperties(system).conclude().value(ReactorKeys.BOUNDS_CHECKS))
            .isFalse();
    }

    @Test
    void shouldRefuseABatchThatIsLargerThanARing()
    {
        assertThatRefused("packetflow.batch.limit", "512", "packetflow.group.co.ring.size", "256")
            .containsExactly("program: packetflow.group.co.ring.size=256 must not be below " +
                "packetflow.batch.limit=512 (program); enlarge the ring or lower packetflow.batch.limit");
        assertThatRefused("packetflow.batch.limit", "65537").hasSize(6)
            .allMatch(error -> error.contains("ring.size=auto must not be below packetflow.batch.limit=65537"));
        assertThat(ReactorSettings.builder().set("packetflow.batch.limit", "65536").conclude().batchLimit())
            .isEqualTo(65_536);
        assertThat(ReactorSettings.builder().set("packetflow.group.co.ring.size", "2").conclude().batchLimit())
            .isEqualTo(256);
    }

    @Test
    void shouldRefuseGroupsThatShareSomeOfTheirCores()
    {
        assertThatRefused("packetflow.group.cf.cores", "2-3", "packetflow.group.df.cores", "3-4")
            .containsExactly("program: packetflow.group.df.cores=3-4 shares some but not all CPUs with " +
                "packetflow.group.cf.cores=2-3 (program); " +
                "give both groups the same list, or lists without a common CPU");
    }

    @Test
    void shouldRefuseTwoWaysToWaitOnOneCore()
    {
        assertThatRefused("packetflow.group.cf.cores", "2", "packetflow.group.df.cores", "2",
            "packetflow.group.cf.wait", "busy-spin", "packetflow.group.df.wait", "yield")
            .containsExactly("program: packetflow.group.df.wait=yield must equal " +
                "packetflow.group.cf.wait=busy-spin (program), because both groups run on CPUs 2; " +
                "choose one wait for both, or other CPUs");
    }

    @Test
    void shouldRefuseTwoDedicatedNodesOnOneCore()
    {
        final ReactorSettings.Builder builder = ReactorSettings.builder().set("packetflow.plan", "two-nodes");
        for (final PeriodicGroup group : PeriodicGroup.values())
        {
            builder.set("packetflow.group." + group.key() + ".cores", "1");
        }

        assertThatThrownBy(builder::conclude).hasMessageContaining(
            "packetflow.plan=two-nodes needs two CPUs, but all groups name only [1]");
        assertThat(builder.set("packetflow.threading", "shared").conclude().threading()).isEqualTo(Threading.SHARED);
    }

    @Test
    void shouldRefuseCoresThatWouldHaveNoEffect()
    {
        assertThatRefused("packetflow.threading", "invoker", "packetflow.group.ed.cores", "1")
            .containsExactly("program: packetflow.group.ed.cores=1 has no effect with " +
                "packetflow.threading=invoker (program); remove it, or choose packetflow.threading=dedicated");
    }

    @Test
    void shouldRefuseAWarmUpOfNothing()
    {
        assertThatRefused("packetflow.warmup.messages", "0")
            .containsExactly("program: packetflow.warmup.messages=0 must be above 0 with packetflow.warmup=on " +
                "(default); set packetflow.warmup=off to start cold");
    }

    @Test
    void shouldRefuseOnePathForTwoThings()
    {
        assertThatRefused("packetflow.control.dir", "x", "packetflow.output.dir", "x",
            "packetflow.counters.file", "x").hasSize(2);
    }

    @Test
    void shouldReportAWrongValueOnceAndNotItsRelationsToo()
    {
        assertThatRefused("packetflow.batch.limit", "99999", "packetflow.group.df.ring.size", "3")
            .filteredOn(error -> error.contains("group.df.ring.size"))
            .hasSize(1);
    }

    @Test
    void shouldTakeKeysAndRelationsOfAModule()
    {
        final SettingKey<Long> quota = SettingKey.of(
            "packetflow.risk.order.rate", SettingTypes.ratePerSecond(1, 1_000_000), "10k/s", "orders a second");
        final SettingRegistry registry = SettingRegistry.engine().plus(List.of(quota), List.of(
            (settings, errors) ->
            {
                if (settings.value(quota) > 20_000)
                {
                    errors.accept(new SettingError(quota.name(), "", settings.setting(quota).origin(), "a", "b"));
                }
            }));

        assertThat(ReactorSettings.builder(registry).conclude().value(quota)).isEqualTo(10_000L);
        assertThatThrownBy(() -> ReactorSettings.builder(registry).set(quota.name(), "1M/s").conclude())
            .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> registry.plus(List.of(quota), List.of()))
            .hasMessage("a key must be registered once: key=packetflow.risk.order.rate");
        assertThatThrownBy(() -> ReactorSettings.builder().conclude().value(quota))
            .hasMessage("a key must be registered: key=packetflow.risk.order.rate");
    }

    private static org.assertj.core.api.ListAssert<String> assertThatRefused(final String... keysAndTexts)
    {
        final ReactorSettings.Builder builder = ReactorSettings.builder();
        for (int i = 0; i < keysAndTexts.length; i += 2)
        {
            builder.set(keysAndTexts[i], keysAndTexts[i + 1]);
        }
        final ConfigurationException exception =
            catchThrowableOfType(ConfigurationException.class, builder::conclude);
        assertThat(exception).isNotNull();
        return assertThat(exception.errors().stream().map(SettingError::toString).toList());
    }

    private Path write(final String... lines) throws IOException
    {
        return Files.write(directory.resolve("test.properties"), List.of(lines));
    }
}
