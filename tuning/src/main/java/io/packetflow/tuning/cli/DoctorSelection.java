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
package io.packetflow.tuning.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.tuning.doctor.check.Category;
import io.packetflow.tuning.doctor.check.CheckRegistry;
import io.packetflow.tuning.doctor.check.CheckText;

import picocli.CommandLine.Option;

/** Cold path. The options that say which checks are wanted. */
final class DoctorSelection
{
    @Option(names = "--only", paramLabel = "IDS", split = ",",
        description = "only these checks: ids, or the beginning of ids with a star, such as K01,T*")
    private List<String> only = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "IDS", split = ",", description = "all but these checks")
    private List<String> skip = new ArrayList<>();

    @Option(names = "--category", paramLabel = "CATEGORY", split = ",",
        description = "only checks of: kernel, power, topology, memory, jvm, journal, services, probes")
    private List<String> categories = new ArrayList<>();

    /** Refuses what selects nothing. */
    void check(final CheckRegistry registry)
    {
        Stream.concat(only.stream(), skip.stream()).forEach(pattern ->
        {
            if (registry.texts().stream().noneMatch(text -> isMatch(pattern, text.id())))
            {
                throw new UsageException("no check '" + pattern + "'; packetflow doctor --list shows all");
            }
        });
        final Set<String> words = Stream.of(Category.values()).map(Category::word)
            .collect(Collectors.toCollection(TreeSet::new));
        categories.stream().filter(word -> !words.contains(lower(word))).findFirst().ifPresent(word ->
        {
            throw new UsageException("no category '" + word + "'; write one of " + String.join(", ", words));
        });
    }

    boolean isWanted(final CheckText text)
    {
        return (only.isEmpty() || only.stream().anyMatch(pattern -> isMatch(pattern, text.id()))) &&
            skip.stream().noneMatch(pattern -> isMatch(pattern, text.id())) &&
            (categories.isEmpty() || categories.stream().anyMatch(word -> lower(word).equals(text.category().word())));
    }

    private static boolean isMatch(final String pattern, final String id)
    {
        final String upper = pattern.strip().toUpperCase(Locale.ROOT);
        return upper.endsWith("*") ? id.startsWith(upper.substring(0, upper.length() - 1)) : id.equals(upper);
    }

    private static String lower(final String word)
    {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
