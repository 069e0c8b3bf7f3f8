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

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Cold path. The state of a table, and its words; {@link TableRows} has their order.
 *
 * @param name of the schema, as a word
 * @param version of the schema
 * @param generation odd while rows change
 * @param rowCount number of rows
 * @param progress up to where they are current
 * @param origin where they come from
 */
record TableState(
    long name, long version, long generation, int rowCount, TableProgress progress, TableOrigin origin)
{
    static final int GENERATION = 2;

    long[] words()
    {
        return new long[]{name, version, generation, rowCount, progress.epoch(), progress.sequence(),
            progress.journalSequence(), progress.timeNanos(), progress.publishedMillis(), progress.isEnded() ? 1 : 0,
            origin.journalKey(), origin.pid(), origin.processStartMillis(), origin.journal().getBytes(UTF_8).length};
    }

    static int pathBytes(final long[] words)
    {
        return (int)Math.min(words[13], TableRows.MAX_TEXT_BYTES);
    }

    static TableState of(final long[] words, final String journal)
    {
        return new TableState(words[0], words[1], words[GENERATION], (int)words[3],
            new TableProgress((int)words[4], words[5], words[6], words[7], words[8], words[9] != 0),
            new TableOrigin(journal, words[10], words[11], words[12]));
    }
}
