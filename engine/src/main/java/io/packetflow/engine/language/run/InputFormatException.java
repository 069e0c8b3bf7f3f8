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
package io.packetflow.engine.language.run;

import java.util.List;

/** Cold path. Lines that are no instances. The message lists them with their places. */
public final class InputFormatException extends Exception
{
    private static final long serialVersionUID = 1L;

    /**
     * Reports lines.
     *
     * @param problems one line each: file, line, column, what is wrong
     */
    InputFormatException(final List<String> problems)
    {
        super(String.join(System.lineSeparator(), problems));
    }
}
