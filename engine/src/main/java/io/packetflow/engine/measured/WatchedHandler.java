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
package io.packetflow.engine.measured;

import io.packetflow.engine.packet.PacketHandler;

/** Hot path, of measurements only. A handler with a stop-watch around it. */
public final class WatchedHandler implements PacketHandler
{
    private final PacketHandler target;
    private final StopWatch watch;

    WatchedHandler(final PacketHandler target, final StopWatch watch)
    {
        this.target = target;
        this.watch = watch;
    }

    @Override
    public int onInstance()
    {
        return watch.fire(target);
    }

    @Override
    public long stateHash()
    {
        return target.stateHash();
    }
}
