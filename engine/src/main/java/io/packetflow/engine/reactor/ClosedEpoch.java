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

import java.util.Map;

/**
 * Cold path. The end of an epoch that was closed in order, as an offline replay has passed it.
 *
 * @param sequence of the epoch's last instance
 * @param differences packets whose state is not what the epoch said of itself, each with both hashes
 */
public record ClosedEpoch(long sequence, Map<String, String> differences)
{
    /** Copies the map. */
    public ClosedEpoch
    {
        differences = Map.copyOf(differences);
    }
}
