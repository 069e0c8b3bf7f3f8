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
package io.packetflow.risk.limit;

import java.util.List;

/** Limits that cannot be meant. The message lists every error, one a line. */
public final class InvalidLimitsException extends IllegalArgumentException
{
    private static final long serialVersionUID = 1L;

    private final transient List<String> errors;

    /**
     * Wraps what validation found.
     *
     * @param errors all of them, at least one
     */
    public InvalidLimitsException(final List<String> errors)
    {
        super("the limits have " + errors.size() + (errors.size() == 1 ? " error:\n  " : " errors:\n  ") +
            String.join("\n  ", errors));
        this.errors = List.copyOf(errors);
    }

    /** Returns the errors, each naming place, value and what is allowed. */
    public List<String> errors()
    {
        return errors;
    }
}
