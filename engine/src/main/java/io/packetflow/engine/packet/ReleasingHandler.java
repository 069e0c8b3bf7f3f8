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
 * Hot path. A packet that speaks to the outside, in two parts: {@link #onInstance()} computes and is never gated,
 * {@link #onRelease()} lets go what was computed, after the gates of its ionic bonds (durability included) opened.
 */
public interface ReleasingHandler extends PacketHandler
{
    /** Releases what {@link #onInstance()} computed for the instance that the flyweights stand on. */
    void onRelease();

    /**
     * Takes the place of {@link #onRelease()} while a journal is replayed: accounts for what was computed as if it had
     * been let go, so that state and hashes come out the same, but lets nothing go. What the outside does not have yet
     * is sent again by whoever carries it there.
     */
    void onReplay();
}
