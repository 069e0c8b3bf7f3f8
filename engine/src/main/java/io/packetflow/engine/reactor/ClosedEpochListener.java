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

/** Cold path. Told where a replay passes the end of an epoch that was closed in order. */
@FunctionalInterface
interface ClosedEpochListener
{
    /**
     * An epoch was closed here.
     *
     * @param sequence of its last instance
     * @param said body of the record that closed it
     * @param hashes state hashes of the packets, as the replay has come to them
     */
    void onClosed(long sequence, byte[] said, Map<String, Long> hashes);
}
