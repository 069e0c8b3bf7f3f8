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
package io.packetflow.trading.cli;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.CommandException;
import io.packetflow.engine.cli.HostException;
import io.packetflow.ringbuffers.share.SharedTableException;

/** Cold path. Tells what is wrong with a shared table from what the host does not allow. */
final class TableRefusals
{
    private TableRefusals()
    {
    }

    /** Returns what a command ends with; its message names the remedy. */
    static CommandException of(final SharedTableException refusal)
    {
        return switch (refusal.kind())
        {
            case REFUSED, IN_USE -> new HostException(refusal.getMessage(), refusal);
            default -> new BadDataException(refusal.getMessage() +
                "\n  'packetflow positions publish JOURNAL TABLE' fills one from a journal", refusal);
        };
    }
}
