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

import java.nio.file.Path;
import java.util.Optional;

/**
 * Cold path. What a book report shall read and write.
 *
 * @param feed ITCH 5.0 file in BinaryFILE framing
 * @param bbo where to write a line for each change of the inside, if wanted
 * @param symbol whose book is reported; may be left out where only one symbol has orders, or no lines are wanted
 */
public record BookRequest(Path feed, Optional<Path> bbo, Optional<String> symbol)
{
}
