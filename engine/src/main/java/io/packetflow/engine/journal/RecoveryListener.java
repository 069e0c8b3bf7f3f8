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
     * The molecule stands where outputs are taken from: where a replay begins, or where a standby begins to follow.
     * Before the first {@link #afterBurst()} somebody else may still speak to the outside.
     *
     * @param resources finds a resource of the molecule by name and class
     */
    void begin(BiFunction<String, Class<?>, Object> resources);

    /** A standby has nothing to apply: what the outside has got meanwhile can be compared, and nothing sent. */
    default void whileFollowing()
    {
        // There is nothing to look at.
    }

    /** Some instances were replayed and nobody else speaks to the outside: their outputs can be taken. */
    void afterBurst();
}
