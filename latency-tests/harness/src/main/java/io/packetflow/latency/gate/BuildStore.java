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
package io.packetflow.latency.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.run.Progress;

/**
 * Cold path. Builds of other commits: each is checked out into a worktree of its own, built by its own wrapper, and
 * kept by commit, so that the next comparison finds it.
 */
public final class BuildStore
{
    private static final String MODULE = "latency-tests/benchmarks";
    private static final long GIT_SECONDS = 120;
    private static final long BUILD_MINUTES = 30;
    private static final int LOG_LINES = 20;

    private final Path home;
    private final Path directory;
    private final Progress progress;

    /**
     * Opens a store.
     *
     * @param home of the source tree
     * @param directory where builds are kept
     * @param progress told of each build
     */
    public BuildStore(final Path home, final Path directory, final Progress progress)
    {
        this.home = home;
        this.directory = directory;
        this.progress = progress;
    }

    /**
     * Returns the build that runs.
     *
     * @param arguments directory with the launcher's argument files
     * @return this build
     * @throws IOException if git cannot be run
     */
    public Build current(final Path arguments) throws IOException
    {
        return new Build("this build", currentCommit(), System.getProperty("java.class.path"), arguments);
    }

    private String currentCommit() throws IOException
    {
        final Answer head = git("rev-parse", "--verify", "HEAD^{commit}");
        if (!head.isOk())
        {
            return "unknown";
        }
        final boolean changed = !git("status", "--porcelain", "--untracked-files=no").output().isBlank();
        return head.output().strip() + (changed ? "+" : "");
    }

    /**
     * Returns the build of a commit, built first if it is not there.
     *
     * @param ref branch, tag or commit, as git understands it
     * @return the build
     * @throws IOException if git or the build cannot be run
     * @throws UsageException if there is no such commit, or it has no bench
     * @throws HostException if it cannot be built
     */
    public Build of(final String ref) throws IOException
    {
        final Answer parsed = git("rev-parse", "--verify", "--end-of-options", ref + "^{commit}");
        if (!parsed.isOk())
        {
            throw new UsageException("no commit '" + ref + "' in " + home + " (" + parsed.output().strip() +
                "); name a branch, a tag or a commit of this repository, or 'baseline'");
        }
        final String commit = parsed.output().strip();
        final Path kept = directory.resolve(commit);
        if (Files.notExists(kept.resolve("lib")))
        {
            build(ref, commit, kept);
        }
        return new Build(ref, commit, kept.resolve("lib") + "/*", kept.resolve("bin"));
    }

    private void build(final String ref, final String commit, final Path kept) throws IOException
    {
        if (!git("cat-file", "-e", commit + ":" + MODULE + "/pom.xml").isOk())
        {
            throw new UsageException("the commit '" + ref + "' has no " + MODULE +
                ", so nothing of it can be measured");
        }
        progress.say("building " + ref + " (" + commit.substring(0, 12) + "), once; it is kept in " + kept);
        final Path source = Files.createDirectories(directory).resolve("source-" + commit).toAbsolutePath();
        git("worktree", "remove", "--force", source.toString());
        final Answer checkedOut = git("worktree", "add", "--detach", source.toString(), commit);
        if (!checkedOut.isOk())
        {
            throw new HostException("git cannot check out " + ref + " into " + source + ": " + checkedOut.output());
        }
        try
        {
            run(source);
            copy(source.resolve(MODULE).resolve("target/bench/lib"), Files.createDirectories(kept.resolve("part")));
            copy(source.resolve("tuning/bin"), Files.createDirectories(kept.resolve("bin")));
            Files.move(kept.resolve("part"), kept.resolve("lib"));
        }
        finally
        {
            git("worktree", "remove", "--force", source.toString());
        }
    }

    private void run(final Path source) throws IOException
    {
        final Path log = directory.resolve(source.getFileName() + ".log");
        final ProcessBuilder maven = new ProcessBuilder(source.resolve("mvnw").toString(), "-B", "-q", "-DskipTests",
            "-Dcheckstyle.skip", "-Dspotless.check.skip", "package", "-pl", MODULE, "-am").directory(source.toFile())
            .redirectErrorStream(true).redirectOutput(log.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (!await(maven.start(), TimeUnit.MINUTES.toSeconds(BUILD_MINUTES)))
        {
            final List<String> lines = Files.readAllLines(log);
            throw new HostException("the build of " + source + " failed; the end of its log, " + log + ":\n" +
                String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size())));
        }
    }

    private static void copy(final Path from, final Path to) throws IOException
    {
        try (Stream<Path> files = Files.list(from))
        {
            for (final Path file : files.filter(Files::isRegularFile).toList())
            {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Answer git(final String... words) throws IOException
    {
        final List<String> command = new ArrayList<>(List.of("git", "-C", home.toString()));
        command.addAll(List.of(words));
        final Process process;
        try
        {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        }
        catch (final IOException e)
        {
            return new Answer(false, "git cannot be run: " + e.getMessage());
        }
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(await(process, GIT_SECONDS), output);
    }

    private static boolean await(final Process process, final long seconds)
    {
        try
        {
            if (process.waitFor(seconds, TimeUnit.SECONDS))
            {
                return process.exitValue() == 0;
            }
            throw new HostException(String.format(Locale.ROOT, "%s did not end within %d s",
                process.info().command().orElse("a command"), seconds));
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new HostException("interrupted while a build was prepared", e);
        }
        finally
        {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** What a command said. */
    private record Answer(boolean isOk, String output)
    {
    }
}
