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
package io.packetflow.tuning.doctor.check;

/** Cold path. The answer of a check, best first. */
public enum Status
{
    /** It holds. */
    PASS,
    /** It does not hold, which is worth knowing and no more. */
    INFO,
    /** It does not hold, and costs something now and then. */
    WARN,
    /** It does not hold, and no claim stands without it. */
    FAIL,
    /** It does not apply to this host, or was not asked for. */
    SKIP,
    /** It applies, and the host does not say. */
    UNKNOWN;

    /**
     * The status of a check that does not hold.
     *
     * @param severity of the check
     * @return the status
     */
    public static Status against(final Severity severity)
    {
        return switch (severity)
        {
            case INFO -> INFO;
            case WARN -> WARN;
            case FAIL -> FAIL;
        };
    }
}
