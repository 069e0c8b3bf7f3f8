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
package io.packetflow.ringbuffers.journal.read;

import java.util.List;

/**
 * Cold path. What a verification found.
 *
 * @param report of the scan
 * @param damages each with its place and its remedy; none if the journal is sound
 * @param remarks what is odd and takes no record away
 */
public record JournalVerification(JournalReport report, List<String> damages, List<String> remarks)
{
    /** Returns whether every record that must be there is there and whole. */
    public boolean isSound()
    {
        return damages.isEmpty();
    }
}
