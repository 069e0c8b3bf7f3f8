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
package io.packetflow.engine.chemistry.structure;

import java.util.List;

/** A structure or a reaction is refused. The message names the place and lists every reason with its remedy. */
public final class ChemistryException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /**
     * Refuses something.
     *
     * @param what is refused, as in "synthesis of A and B"
     * @param reasons one sentence each, with a remedy
     */
    public ChemistryException(final String what, final List<String> reasons)
    {
        super(what + " is refused for " + reasons.size() + " reason(s):\n  - " + String.join("\n  - ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** Returns the reasons, one sentence each. */
    public List<String> reasons()
    {
        return reasons;
    }
}
