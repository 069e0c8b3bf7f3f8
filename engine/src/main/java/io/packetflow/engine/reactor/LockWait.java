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

import java.io.IOException;

/** Cold path. A standby's wait for the primary's lock. */
interface LockWait extends AutoCloseable
{
    /**
     * Tells whether the lock is this process's by now; never waits.
     *
     * @return whether it is
     * @throws IOException if the lock cannot be had
     */
    boolean isLocked() throws IOException;

    /** Waits no longer; a lock that was got stays. */
    @Override
    void close();
}
