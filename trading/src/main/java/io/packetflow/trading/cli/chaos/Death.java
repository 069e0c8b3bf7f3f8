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
package io.packetflow.trading.cli.chaos;

import java.nio.file.Path;

/**
 * Cold path. How a process ended, and what was seen of it just before.
 *
 * @param isKilled whether it was killed; else its feed had ended
 * @param acknowledged up to which instance outputs could have left
 * @param orderBytes length of the order file
 * @param lockedNanos from its start until it had the lock, 0 if that was not seen
 * @param readyNanos from its start until its first new instance, 0 if there was none
 * @param exitCode of a process that ended by itself
 * @param log what it printed
 */
record Death(
    boolean isKilled,
    long acknowledged,
    long orderBytes,
    long lockedNanos,
    long readyNanos,
    int exitCode,
    Path log)
{
}
