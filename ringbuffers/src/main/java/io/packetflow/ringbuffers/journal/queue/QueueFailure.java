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
package io.packetflow.ringbuffers.journal.queue;

/**
 * Cold path. Why a follower ended before its epoch did. The journal goes on without it, and another follower can be
 * started when the cause is gone.
 *
 * @param message cause, place and remedy
 * @param cause what was thrown
 */
public record QueueFailure(String message, Throwable cause)
{
    /** Returns whether the journal itself has no record to go on with, so that another follower would end as well. */
    public boolean isJournalDamaged()
    {
        return cause instanceof DamagedJournalException;
    }
}
