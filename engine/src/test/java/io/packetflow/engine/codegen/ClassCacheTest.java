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
package io.packetflow.engine.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class ClassCacheTest
{
    private static final String NAME = "io.packetflow.generated.Node_0123";
    private static final Map<String, byte[]> CLASSES =
        Map.of(NAME, new byte[] {1, 2, 3}, NAME + "$Inner", new byte[] {4});

    @TempDir
    private Path temporary;
    private final List<String> notes = new ArrayList<>();

    @Test
    void whatWasKeptIsFoundByAnotherProcessOfTheSameCode()
    {
        cache("a").keep(NAME, CLASSES);

        assertThat(cache("a").find(NAME)).containsExactlyInAnyOrderEntriesOf(CLASSES);
        assertThat(cache("b").find(NAME)).isEmpty();
        assertThat(cache("a").find(NAME + "4")).isEmpty();
        assertThat(notes).isEmpty();
    }

    @Test
    void eachDamagedByteIsSeenAndTheEntryReplaced() throws IOException
    {
        cache("a").keep(NAME, CLASSES);
        final Path file = directory().resolve(NAME + "-a.classes");
        final byte[] sound = Files.readAllBytes(file);
        for (int i = 0; i < sound.length; i++)
        {
            final byte[] damaged = sound.clone();
            damaged[i] ^= 0x10;
            Files.write(file, damaged);
            assertThat(cache("a").find(NAME)).as("byte %d", i).isEmpty();
            Files.write(file, List.of());
            assertThat(cache("a").find(NAME)).isEmpty();
        }
        assertThat(notes).hasSize(2 * sound.length).allMatch(
            note -> note.equals("compiled code in " + file + " is damaged; it is compiled anew"));
        cache("a").keep(NAME, CLASSES);
        assertThat(cache("a").find(NAME)).hasSize(2);
    }

    @Test
    void aDirectoryThatOthersMayWriteToIsNotUsedAndThatIsSaidOnce() throws IOException
    {
        cache("a").keep(NAME, CLASSES);
        Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("rwxrwxrwx"));

        final ClassCache open = cache("a");
        assertThat(open.find(NAME)).isEmpty();
        open.keep("io.packetflow.generated.Other", CLASSES);

        assertThat(notes).containsExactly("compiled code is not kept: " + directory() +
            " is open to others (rwxrwxrwx); name a directory of your own in packetflow.code.cache.dir, " +
            "or set packetflow.code.cache=off");
        assertThat(directory().resolve("io.packetflow.generated.Other-a.classes")).doesNotExist();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldWithItsRemedy() throws IOException
    {
        Files.createFile(directory());

        cache("a").keep(NAME, CLASSES);

        assertThat(notes).singleElement().asString()
            .startsWith("compiled code cannot be kept in " + directory())
            .endsWith("; set packetflow.code.cache.dir, or packetflow.code.cache=off");
    }

    @Test
    void entriesThatWereNotUsedForLongestGoFirst() throws IOException
    {
        for (int i = 0; i < ClassCache.MAX_ENTRIES; i++)
        {
            cache("a").keep("N" + i, CLASSES);
            Files.setLastModifiedTime(directory().resolve("N" + i + "-a.classes"), FileTime.fromMillis(1_000L * i));
        }
        cache("a").find("N0");
        cache("a").keep(NAME, CLASSES);

        assertThat(cache("a").find("N0")).isNotEmpty();
        assertThat(cache("a").find("N1")).isEmpty();
        assertThat(cache("a").find("N2")).isNotEmpty();
        try (Stream<Path> files = Files.list(directory()))
        {
            assertThat(files).hasSize(ClassCache.MAX_ENTRIES);
        }
    }

    @Test
    void theFingerprintTellsAChangedJarAndRefusesDirectories() throws IOException
    {
        final Path jar = Files.write(temporary.resolve("a.jar"), new byte[10]);
        final Optional<String> before = CodeFingerprint.of(List.of(jar.toString(), "missing.jar"));
        Files.write(jar, new byte[11]);

        assertThat(before).isPresent();
        assertThat(CodeFingerprint.of(List.of(jar.toString()))).isPresent().isNotEqualTo(before);
        assertThat(CodeFingerprint.of(List.of(jar.toString(), temporary.toString()))).isEmpty();
    }

    private Path directory()
    {
        return temporary.resolve("code");
    }

    private ClassCache cache(final String fingerprint)
    {
        return new ClassCache(directory(), fingerprint, notes::add);
    }
}
