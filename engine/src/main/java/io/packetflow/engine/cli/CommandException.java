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

/** Cold path. A command ends without success for a reason that its user can understand and act on. */
public abstract sealed class CommandException extends RuntimeException
    permits UsageException, BadDataException, HostException
{
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * Creates the exception.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message  cause, place and remedy in one paragraph
     * @param cause    shown with {@code --stacktrace}, may be null
     */
    CommandException(final int exitCode, final String message, final Throwable cause)
    {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** @return one of {@link ExitCode} */
    public int exitCode()
    {
        return exitCode;
    }
}
