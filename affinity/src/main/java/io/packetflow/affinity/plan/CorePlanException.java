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
package io.packetflow.affinity.plan;

import java.util.List;
import java.util.stream.Collectors;

/** Cold path. A plan that cannot be made; lists every violation, not only the first. */
public final class CorePlanException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final transient List<CoreViolation> violations;

    /**
     * Refuses a plan.
     *
     * @param violations all that are wrong, at least one
     */
    public CorePlanException(final List<CoreViolation> violations)
    {
        super("no core plan (" + violations.size() + (violations.size() == 1 ? " violation" : " violations") + "):" +
            violations.stream().map((violation) -> "\n  " + violation).collect(Collectors.joining()));
        this.violations = List.copyOf(violations);
    }

    /** Returns all violations. */
    public List<CoreViolation> violations()
    {
        return violations;
    }
}
