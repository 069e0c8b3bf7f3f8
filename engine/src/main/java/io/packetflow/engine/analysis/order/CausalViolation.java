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
package io.packetflow.engine.analysis.order;

import java.util.List;

/**
 * Cold path. Where a recorded execution broke the contract of the bonds.
 *
 * @param kind what was broken
 * @param packet that should not have begun, or whose record cannot be
 * @param instance sequence of the instance on which it worked
 * @param position of its event in the record, from 0
 * @param path packets along the bonds that were broken, the earlier one first; the two members of a unit for
 *             {@link Kind#OVERLAP}; the packet alone for the others
 * @param otherPosition of the event that came too late or lay in the way, -1 where it never came
 */
public record CausalViolation(
    Kind kind, String packet, long instance, int position, List<String> path, int otherPosition)
{
    /** What can be broken. */
    public enum Kind
    {
        /** The packet began before an ancestor had completed the instance. */
        DEPENDENCY,
        /** The packet began although an ancestor had stopped the instance. */
        STOPPED,
        /** The packet began while another of its stage was at work: a shared resource has two users at once. */
        OVERLAP,
        /** The packet's stage came back to an instance earlier than one that it had begun. */
        SEQUENCE,
        /** Not an execution: begun twice, ended without having begun, never ended, or an unknown packet. */
        MALFORMED
    }

    /** Copies the list. */
    public CausalViolation
    {
        path = List.copyOf(path);
    }

    @Override
    public String toString()
    {
        final String where = packet + " on instance " + instance + " (event " + position + ")";
        return switch (kind)
        {
            case DEPENDENCY -> where + " began before " + path.get(0) + " had completed it" + other() + ", but " +
                String.join(" -> ", path);
            case STOPPED -> where + " began although " + path.get(0) + " had stopped it" + other() + ", and " +
                String.join(" -> ", path);
            case OVERLAP -> where + " began while " + path.get(0) + " of the same stage was at work" + other();
            case SEQUENCE -> where + " began after its stage had begun a later instance" + other();
            case MALFORMED -> where + " cannot be: begun twice, ended without having begun, never ended, or unknown";
        };
    }

    private String other()
    {
        return otherPosition < 0 ? " (never)" : " (event " + otherPosition + ")";
    }
}
