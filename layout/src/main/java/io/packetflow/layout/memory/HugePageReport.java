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
package io.packetflow.layout.memory;

import java.util.Locale;

/**
 * Cold path. How far an {@link Arena} lies on huge pages. The host may accept a request and still give ordinary pages,
 * when its free memory is fragmented; what was given can change later, as the kernel joins and splits pages.
 *
 * @param policy that the arena was opened with
 * @param allocatedBytes in the arena's blocks
 * @param advisedBytes of these, for which the host accepted the request
 * @param backedBytes of these, that lie on huge pages now as the kernel says, or {@link #UNKNOWN}
 * @param refusal why the host refused the last request that it refused, or null
 */
public record HugePageReport(
    HugePages policy, long allocatedBytes, long advisedBytes, long backedBytes, String refusal)
{
    /** Stands for a number of bytes that the host does not tell. */
    public static final long UNKNOWN = -1;

    /** Returns the report in one line. */
    public String print()
    {
        return String.format(Locale.ROOT, "huge pages %s: %d bytes allocated, %d advised, %s on huge pages%s",
            policy, allocatedBytes, advisedBytes, backedBytes == UNKNOWN ? "an unknown number" : backedBytes,
            refusal == null ? "" : "; refused: " + refusal);
    }
}
