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
package io.packetflow.engine.molecule;

import java.util.List;

/** A molecule breaks rules. The message lists all of them. */
public final class MoleculeException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final transient List<String> violations;

    /**
     * Reports broken rules.
     *
     * @param molecule name of the molecule
     * @param violations one sentence each
     */
    public MoleculeException(final String molecule, final List<String> violations)
    {
        super("molecule " + molecule + " breaks " + violations.size() + " rule(s):\n  - " +
            String.join("\n  - ", violations));
        this.violations = List.copyOf(violations);
    }

    /** Returns the broken rules, one sentence each. */
    public List<String> violations()
    {
        return violations;
    }
}
