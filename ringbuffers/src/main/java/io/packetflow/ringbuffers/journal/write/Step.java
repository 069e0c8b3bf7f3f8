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
package io.packetflow.ringbuffers.journal.write;

import java.io.IOException;

/** Cold path. A piece of work that a helper thread does again and again, or a simulation when it likes. */
@FunctionalInterface
interface Step
{
    /**
     * Does a little of what there is to do; never waits for another thread.
     *
     * @return whether there was anything to do
     * @throws IOException if the disk fails: the journal stops for good
     */
    boolean step() throws IOException;
}
