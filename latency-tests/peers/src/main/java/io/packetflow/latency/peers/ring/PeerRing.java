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
package io.packetflow.latency.peers.ring;

import java.util.Locale;

import io.packetflow.latency.ring.EventPipe;
import io.packetflow.latency.ring.HopLink;

/** Cold path. What others have to carry events from one thread to another. */
public enum PeerRing
{
    /** Agrona's ring for one producer. */
    AGRONA_ONE_TO_ONE,
    /** Agrona's ring for many producers, with one. */
    AGRONA_MANY_TO_ONE,
    /** Aeron within a process: an exclusive publication over IPC. */
    AERON_IPC;

    HopLink newLink()
    {
        return switch (this)
        {
            case AGRONA_ONE_TO_ONE, AGRONA_MANY_TO_ONE -> new AgronaLink(AgronaRings.make(this));
            case AERON_IPC -> new AeronLink();
        };
    }

    EventPipe newPipe()
    {
        return switch (this)
        {
            case AGRONA_ONE_TO_ONE, AGRONA_MANY_TO_ONE -> new AgronaPipe(AgronaRings.make(this));
            case AERON_IPC -> new AeronPipe();
        };
    }

    /** Returns the name on command lines. */
    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
