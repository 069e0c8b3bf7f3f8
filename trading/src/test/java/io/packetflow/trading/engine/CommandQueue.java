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
package io.packetflow.trading.engine;

import java.util.ArrayDeque;
import java.util.Deque;

import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.packet.CommandSource;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;

/** Commands that a test gives from its own thread. */
public final class CommandQueue implements CommandSource
{
    private final Deque<long[]> commands = new ArrayDeque<>();

    void command(final long command, final long target, final long first, final long second)
    {
        commands.addLast(new long[]{ command, target, first, second });
    }

    @Override
    public long nextTimeNanos()
    {
        return commands.isEmpty() ? NONE : NOW;
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        final long[] words = commands.removeFirst();
        for (int i = 0; i < words.length; i++)
        {
            input.putLong(i * Long.BYTES, words[i]);
        }
        header.describe(InstanceKind.CONTROL.code(), InstanceKind.CONTROL.maxInputBytes());
        header.stamp(0, 0);
    }

    @Override
    public void discard(final boolean rejected)
    {
        // A command stays and comes again.
    }

    @Override
    public boolean isExhausted()
    {
        return commands.isEmpty();
    }
}
