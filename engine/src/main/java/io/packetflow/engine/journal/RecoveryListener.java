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
package io.packetflow.engine.journal;

import java.util.function.BiFunction;

/**
 * Cold path. Carries outputs to the outside while a journal is replayed: it knows what the outside has already, and
 * sends the rest again. All on the thread that replays.
 */
public interface RecoveryListener
{
    /**
     * The molecule stands where outputs are taken from: where a replay begins, or, of a standby, where it takes over.
     *
     * @param resources finds a resource of the molecule by name and class
     */
    void begin(BiFunction<String, Class<?>, Object> resources);

    /** A standby has nothing to apply: what the outside has got meanwhile can be looked at. */
    default void whileFollowing()
    {
        // There is nothing to look at.
    }

    /** Some instances were replayed; their outputs can be taken. */
    void afterBurst();
}
