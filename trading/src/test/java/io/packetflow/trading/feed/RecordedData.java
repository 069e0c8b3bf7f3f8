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
package io.packetflow.trading.feed;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds recorded market data beside the project; a test that needs some is skipped where there is none. */
public final class RecordedData
{
    private RecordedData()
    {
    }

    public static Path file(final String name)
    {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent())
        {
            final Path file = folder.resolve("shared").resolve("data").resolve(name);
            if (Files.exists(file))
            {
                return file;
            }
        }
        assumeTrue(false, "recorded data is not here: no folder above this one has shared/data/" + name);
        throw new AssertionError("an assumption that fails ends the test");
    }

    public static Path aapl()
    {
        return file("itch50/aapl_20200130_locate13_10k.itch50");
    }
}
