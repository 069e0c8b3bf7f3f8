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

import java.io.IOException;
import java.nio.file.Path;

/** Cold path. Comes between a death and its audit; tests break there what the audit must notice. */
@FunctionalInterface
interface DeathHook
{
    /** Leaves everything as it is. */
    DeathHook NONE = (journal, kill) -> { };

    /**
     * A process is dead.
     *
     * @param journal directory that it has left
     * @param kill number of the kill, from 1
     */
    void afterDeath(Path journal, int kill) throws IOException;
}
