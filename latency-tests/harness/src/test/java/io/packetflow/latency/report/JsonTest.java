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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.packetflow.engine.cli.BadDataException;

class JsonTest
{
    @TempDir
    private Path directory;

    @Test
    void shouldWriteNestedValuesInTheirOrder()
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", "t2t \"quoted\"\n");
        json.put("count", 3L);
        json.put("share", 0.125);
        json.put("missing", Double.NaN);
        json.put("met", true);
        json.put("list", Arrays.asList(1.0, null, Map.of()));
        json.put("empty", List.of());

        assertThat(Json.of(json)).isEqualTo("""
            {
              "name" : "t2t \\"quoted\\"\\n",
              "count" : 3,
              "share" : 0.125,
              "missing" : null,
              "met" : true,
              "list" : [
                1.0,
                null,
                { }
              ],
              "empty" : [ ]
            }
            """);
    }

    @Test
    void shouldRefuseWhatItCannotWrite()
    {
        assertThatThrownBy(() -> Json.of(new Object())).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("cannot be written as JSON");
    }

    @Test
    void shouldReadBackWhatItWroteAndSayWhereAFileIsBroken() throws IOException
    {
        final Path file = Files.writeString(directory.resolve("a.json"), Json.of(Map.of("value", 0.1)));
        assertThat(Json.read(file).path("value").asDouble()).isEqualTo(0.1);

        Files.writeString(file, "{\n\"value\": ,}");
        assertThatThrownBy(() -> Json.read(file)).isInstanceOf(BadDataException.class)
            .hasMessageContaining("a.json is no JSON").hasMessageContaining("at line 2");
    }
}
