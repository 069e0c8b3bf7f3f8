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
package io.packetflow.engine.packet;

/**
 * Hot path. A packet that watches what others release, such as a measurement: {@link #onRelease()} comes after that of
 * the outputs before it, whenever the gates let these go. It does not speak to the outside itself.
 */
public interface ReleaseObserver extends ReleasingHandler
{
    /** A replay releases nothing that could be watched. */
    @Override
    default void onReplay()
    {
        // Nothing left, so there is nothing to watch.
    }
}
