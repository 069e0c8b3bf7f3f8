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
package io.packetflow.engine.plan;

import java.util.List;

/** A molecule cannot be planned onto a host as asked. The message lists every reason. */
public final class PlanException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * Reports why there is no plan.
     *
     * @param molecule name of the molecule
     * @param reasons one sentence each
     */
    public PlanException(final String molecule, final List<String> reasons)
    {
        super("no plan for molecule " + molecule + ":\n  - " + String.join("\n  - ", reasons));
    }
}
