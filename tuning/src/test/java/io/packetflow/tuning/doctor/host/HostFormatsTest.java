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
package io.packetflow.tuning.doctor.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.tuning.doctor.check.CpuWords;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The formats of the kernel's files, also with texts that it never writes. */
class HostFormatsTest
{
    private static final String ALPHABET = "0123456789abcfx,-=:()[] \"\n\t_/.\u0000\u00e4CPU";

    @TempDir
    private Path directory;

    @Test
    void shouldReadMasksAndListsOfTheSameCpus()
    {
        assertThat(HostText.mask("00000000,00ffffff,ffff0000,000000ff,ffffffff").orElseThrow())
            .isEqualTo(CpuSet.parse("0-39,80-119"));
        assertThat(HostText.mask("3").orElseThrow()).isEqualTo(CpuSet.of(0, 1));
        assertThat(HostText.mask("1,00000000").orElseThrow()).isEqualTo(CpuSet.of(32));
        assertThat(HostText.mask("")).isEmpty();
        assertThat(HostText.mask("123456789")).isEmpty();
        assertThat(HostText.cpus("(null)").orElseThrow()).isEqualTo(CpuSet.EMPTY);

        for (int seed = 0; seed < 500; seed++)
        {
            final Random random = new Random(seed);
            final CpuSet cpus = CpuSet.of(
                IntStream.range(0, 1 + random.nextInt(200)).filter(cpu -> random.nextBoolean()));
            assertThat(HostText.mask(CpuWords.mask(cpus)).orElseThrow()).as("seed %d", seed).isEqualTo(cpus);
            assertThat(HostText.cpus(cpus.toString()).orElseThrow()).as("seed %d", seed).isEqualTo(cpus);
        }
    }

    @Test
    void shouldReadTheKernelsCommandLine()
    {
        final KernelCommandLine cmdline = new KernelCommandLine(
            "isolcpus=managed_irq,domain,2-3,6 dyndbg=\"file a b\" " +
            "rcu-nocbs=1 rcu_nocbs=2-3 nosmt quiet -- nosmt=force");

        assertThat(cmdline.cpus("isolcpus")).isEqualTo(CpuSet.parse("2-3,6"));
        assertThat(cmdline.cpus("rcu_nocbs")).isEqualTo(CpuSet.parse("2-3"));
        assertThat(cmdline.value("dyndbg")).contains("file a b");
        assertThat(cmdline.value("nosmt")).contains("");
        assertThat(cmdline.has("--")).isFalse();
        assertThat(cmdline.parameters()).hasSize(6);
        assertThat(new KernelCommandLine("isolcpus=nonsense-3").cpus("isolcpus")).isEqualTo(CpuSet.EMPTY);
    }

    @Test
    void shouldReadAThreadsLineThoughItsNameHasParentheses()
    {
        final String line = "7 (a) (b c)) R 2 1 1 0 -1 0 11 0 13 0" + " 0".repeat(25) + " 5 0 2 0";

        final TaskStat stat = TaskStat.parse(line).orElseThrow();

        assertThat(stat).isEqualTo(new TaskStat("a) (b c)", 2, 11, 13, 5, 2));
        assertThat(stat.isRealTime()).isTrue();
        assertThat(TaskStat.parse("7 (short) R 2")).isEmpty();
        assertThat(TaskStat.parse("nothing")).isEmpty();
    }

    @Test
    void shouldAddUpTheColumnsOfSomeCpus()
    {
        final CpuRows rows = new CpuRows(
            "       CPU0  CPU2\n 24:  1  20 PCI-MSI 0-edge eth0\nLOC:  3  40 Local timer interrupts\nERR:  9\n");

        assertThat(rows.names()).containsExactly("24", "LOC");
        assertThat(rows.sum("24", CpuSet.of(2))).isEqualTo(20);
        assertThat(rows.sum("LOC", CpuSet.of(0, 1, 2))).isEqualTo(43);
        assertThat(rows.sum("NMI", CpuSet.of(0))).isZero();
        assertThat(rows.label("24")).isEqualTo("PCI-MSI 0-edge eth0");
    }

    @Test
    void shouldFindTheMountNearestAboveADirectory()
    {
        final String mounts = """
            22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,discard
            30 22 0:40 / /data\\040disk rw - xfs /dev/nvme0n1 rw,noatime
            nonsense
            31 22 0:41 / /data\\040disk rw - tmpfs none rw
            """;

        assertThat(Mount.of(mounts, Path.of("/data disk/journal")).orElseThrow().type()).isEqualTo("tmpfs");
        final Mount root = Mount.of(mounts, Path.of("/data")).orElseThrow();
        assertThat(root.type()).isEqualTo("ext4");
        assertThat(root.device()).isEqualTo("8:2");
        assertThat(root.options()).contains("relatime", "discard");
        assertThat(Mount.of("", Path.of("/"))).isEmpty();
    }

    @Test
    void shouldReadFlagsAsJcmdPrintsThem()
    {
        final JvmFlags flags = JvmFlags.parse("""
            4711:
            [Global flags]
                 bool UseSerialGC      = true       {product} {command line}
                intx LoopStripMiningIter := 1000     {product} {default}
                ccstr ErrorFile        =            {product} {default}
            """, List.of("-ea"), "JDK 17", "process 4711");

        assertThat(flags.flag("UseSerialGC")).contains(new JvmFlags.Flag("true", true));
        assertThat(flags.number("LoopStripMiningIter")).hasValue(1000);
        assertThat(flags.flag("ErrorFile")).contains(new JvmFlags.Flag("", false));
        assertThat(JvmFlags.parse("4711:\nwell", List.of(), "", "process 4711").problem())
            .contains("the JVM of process 4711 told no flags");
    }

    @Test
    void shouldNeverThrowForATextThatTheKernelNeverWrites()
    {
        for (int seed = 0; seed < 2_000; seed++)
        {
            final Random random = new Random(seed);
            final StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(80), 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
            assertThatCode(() -> readAsEverything(text.toString())).as("seed %d: '%s'", seed, text)
                .doesNotThrowAnyException();
        }
    }

    private static void readAsEverything(final String text)
    {
        final HostText read = new HostText("/file", HostText.State.READ, text, "");
        read.cpus();
        read.mask();
        read.number();
        read.choice();
        read.words();
        read.field("CPU");
        new KernelCommandLine(text).cpus("CPU");
        TaskStat.parse(text);
        new CpuRows("CPU0 CPU1\n" + text).sum("1", CpuSet.of(0));
        Mount.of("1 2 3 / /" + text + " rw - ext4 x rw\n" + text, Path.of("/"));
        JvmFlags.parse(text, List.of(), "", "text");
    }

    @Test
    void shouldSayWhyAFileIsSilent() throws IOException
    {
        Files.createDirectories(directory.resolve("proc/7"));
        final HostView host = new HostView(directory);

        assertThat(host.read("proc/none").state()).isEqualTo(HostText.State.ABSENT);
        assertThat(host.read("proc/none").note()).isEqualTo("no /proc/none in the capture");
        assertThat(host.read("proc/7").state()).isEqualTo(HostText.State.BROKEN);
        assertThat(host.read("proc/7").note()).startsWith("cannot read /proc/7: ");
        assertThat(host.read("proc/\u0000").isRead()).isFalse();
        assertThat(host.list("proc")).containsExactly("7");
        assertThat(host.list("sys")).isEmpty();
        assertThat(host.processes()).containsExactly(7L);
        assertThat(host.takeEvidence()).extracting(HostText::path)
            .containsExactly("/proc/none", "/proc/7", "/proc/\u0000", "/proc", "/sys");
    }

    @Test
    void shouldNameTheUserWhoMayNotRead() throws IOException
    {
        final Path file = Files.createFile(directory.resolve("secret"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")));
        assumeTrue(!Files.isReadable(file), "this user may read everything");

        final HostText denied = new HostView(directory).read("secret");

        assertThat(denied.state()).isEqualTo(HostText.State.DENIED);
        assertThat(denied.note()).startsWith("no permission to read /secret as user ").endsWith("run it as root");
    }
}
