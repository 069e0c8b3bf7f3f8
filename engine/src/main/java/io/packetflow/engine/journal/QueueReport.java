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
package io.packetflow.engine.journal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Cold path. How far the queue behind a journal is.
 *
 * @param directory of the queue; that of all queues before it is made
 * @param copied instances that are in it
 * @param lag instances that the journal has and the queue lacks
 * @param mostLag the most that it lacked at any time
 * @param failure why it ended before the run did: cause, place and remedy
 */
public record QueueReport(Path directory, long copied, long lag, long mostLag, Optional<String> failure)
{
    /** Returns all of it in a line. */
    @Override
    public String toString()
    {
        return String.format(Locale.ROOT, "%,d instances copied to %s; behind by %,d at most, by %,d at the end%s",
            copied, directory, mostLag, lag, failure.map(text -> "; FAILED: " + text).orElse(""));
    }
}
