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
package io.packetflow.ringbuffers.share;

import java.util.List;

/**
 * Cold path. All of a table at one moment: rows that belong together.
 *
 * @param origin of the rows
 * @param progress up to where they are current
 * @param rows in order of their indexes, {@link TableSchema#USER_WORDS} words each
 */
public record SharedView(TableOrigin origin, TableProgress progress, List<long[]> rows)
{
}
