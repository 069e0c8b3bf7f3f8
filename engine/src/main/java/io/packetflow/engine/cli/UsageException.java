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
package io.packetflow.engine.cli;

/** Cold path. The user asked for something that cannot be meant; exit code 2. */
public final class UsageException extends CommandException
{
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message cause, place and remedy in one paragraph
     */
    public UsageException(final String message)
    {
        this(message, null);
    }

    /**
     * Creates the exception.
     *
     * @param message cause, place and remedy in one paragraph
     * @param cause   shown with {@code --stacktrace}, may be null
     */
    public UsageException(final String message, final Throwable cause)
    {
        super(ExitCode.USAGE, message, cause);
    }
}
