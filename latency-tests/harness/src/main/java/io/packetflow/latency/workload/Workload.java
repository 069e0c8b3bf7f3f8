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
package io.packetflow.latency.workload;

import java.util.Locale;

/** Cold path. A kind of work. */
public enum Workload
{
    /** Each message prices an option. */
    CPU(Share.ALL, Share.NONE, Share.NONE, false, false),
    /** Each message is journaled, process-safe, and its result is written to a file, which waits for the journal. */
    IO(Share.NONE, Share.ALL, Share.NONE, true, false),
    /** Each message comes by UDP, and its result leaves by UDP. */
    NETWORK(Share.NONE, Share.NONE, Share.ALL, false, true),
    /** Each message comes by UDP; one in three prices, the next is written to a file, the next leaves by UDP. */
    MIXED(Share.FIRST_OF_THREE, Share.SECOND_OF_THREE, Share.LAST_OF_THREE, false, true);

    private final Share priced;
    private final Share stored;
    private final Share sent;
    private final boolean journaled;
    private final boolean received;

    Workload(
        final Share priced, final Share stored, final Share sent, final boolean journaled, final boolean received)
    {
        this.priced = priced;
        this.stored = stored;
        this.sent = sent;
        this.journaled = journaled;
        this.received = received;
    }

    Share priced()
    {
        return priced;
    }

    Share stored()
    {
        return stored;
    }

    Share sent()
    {
        return sent;
    }

    boolean isJournaled()
    {
        return journaled;
    }

    boolean isReceived()
    {
        return received;
    }

    /** Returns the name on the command line. */
    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
