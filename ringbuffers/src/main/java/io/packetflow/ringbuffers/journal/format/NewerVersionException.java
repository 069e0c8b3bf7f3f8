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
package io.packetflow.ringbuffers.journal.format;

import java.io.Serial;

/** Cold path. What was read is whole, but a newer version wrote it. */
public final class NewerVersionException extends IllegalArgumentException
{
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param what was read
     * @param version that it has
     * @param known newest version that can be read
     */
    public NewerVersionException(final String what, final int version, final int known)
    {
        super("written by a newer PacketFlow: " + what + " version " + version + ", this one reads " + known);
    }
}
