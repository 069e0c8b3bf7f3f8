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
package io.packetflow.engine.optimizer;

import java.util.Locale;

/** Cold path. What a step of the optimiser does. */
public enum StepKind
{
    /** An ionic bond that nobody needs becomes a metallic one. */
    RELAXATION,
    /** Packets that talk to each other share a node: hops become calls. */
    LOCALITY,
    /** Packets go to a node of their own, beside the others. */
    PARALLELISM,
    /** Areas that another node reads lie together: fewer cache lines cross. */
    PACKING;

    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
