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
package io.packetflow.layout.state;

import java.util.ArrayDeque;
import java.util.Deque;

/** Cold path. The part that is being restored, as a dotted path for messages. */
final class StatePath
{
    private static final String REMEDY =
        "; restore under the configuration and version that it was saved under";

    private final Deque<String> parts = new ArrayDeque<>();

    void enter(final String part)
    {
        parts.addLast(part);
    }

    void leave()
    {
        parts.removeLast();
    }

    StateException refusal(final String field, final String difference)
    {
        return new StateException("saved state does not fit " + (parts.isEmpty() ? "" : this + ".") + field + ": " +
            difference + REMEDY);
    }

    StateException refusal(final String difference)
    {
        return new StateException("saved state does not fit" + (parts.isEmpty() ? "" : " " + this) + ": " +
            difference + REMEDY);
    }

    @Override
    public String toString()
    {
        return String.join(".", parts);
    }
}
