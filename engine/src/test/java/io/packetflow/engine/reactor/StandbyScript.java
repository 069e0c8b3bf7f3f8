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
package io.packetflow.engine.reactor;

import java.util.Random;

/** What happens while a standby follows: its primary is killed, stands still, or closes, or the standby is stopped. */
final class StandbyScript
{
    /** There is none, and none will be. */
    static final StandbyScript NONE = new StandbyScript(new Random(0));

    private static final int STALL_PATIENCE = 2_000;

    private final int ending;
    private final int after;
    private int pauses;
    private boolean isClosed;

    StandbyScript(final Random random)
    {
        ending = random.nextInt(8);
        after = random.nextInt(300);
    }

    void pause()
    {
        pauses++;
    }

    int pauses()
    {
        return pauses;
    }

    private boolean isDue()
    {
        return pauses > after;
    }

    boolean isStopped()
    {
        return ending == 0 && isDue();
    }

    boolean isClosing()
    {
        return ending == 1 && isDue();
    }

    void closed(final boolean value)
    {
        isClosed = value;
    }

    boolean isClosed()
    {
        return isClosed;
    }

    boolean isStalled()
    {
        return ending <= 4 && ending >= 2 && isDue();
    }

    /** A primary that never showed a sign of life counts as starting, however long that takes. */
    boolean isKilling()
    {
        return isDue() && (ending > 4 || pauses > after + STALL_PATIENCE);
    }
}
