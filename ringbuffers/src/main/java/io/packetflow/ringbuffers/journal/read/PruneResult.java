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
package io.packetflow.ringbuffers.journal.read;

import java.util.List;

/**
 * Cold path. What a pruning removed, or would remove.
 *
 * @param removed paths within the journal's directory, in the order of their removal
 * @param bytes that their segments held
 * @param refusal why nothing is removed, empty if nothing stands against it
 */
public record PruneResult(List<String> removed, long bytes, String refusal)
{
    /** Returns whether the journal may be pruned at all. */
    public boolean isRefused()
    {
        return !refusal.isEmpty();
    }
}
