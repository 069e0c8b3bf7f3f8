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

import java.util.Locale;

/** Cold path. In the middle of what a process is killed. */
enum Moment
{
    /** After some more instances. */
    RUNNING,
    /** Around the change to the next segment. */
    ROLL,
    /** While a snapshot is written, or just after. */
    SNAPSHOT,
    /** Between the start of the process and its first new instance. */
    START,
    /** Between the lock and the first new instance. */
    RECOVERY,
    /** While it makes the files of its epoch, or just after. */
    EPOCH;

    /** Returns its name in reports. */
    String text()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
