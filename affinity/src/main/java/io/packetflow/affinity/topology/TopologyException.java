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
package io.packetflow.affinity.topology;

/** Cold path. Topology data that cannot be understood; the message names the file, the cause and the remedy. */
public final class TopologyException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * Describes what could not be understood.
     *
     * @param message cause, place and remedy
     */
    public TopologyException(final String message)
    {
        super(message);
    }

    /**
     * Describes what could not be understood.
     *
     * @param message cause, place and remedy
     * @param cause of it
     */
    public TopologyException(final String message, final Throwable cause)
    {
        super(message, cause);
    }
}
