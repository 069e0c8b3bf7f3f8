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
package io.packetflow.engine.language.diagnostic;

import java.util.Locale;

/** Cold path. How bad it is. */
public enum Severity
{
    /** The program means nothing that could be run. */
    ERROR,
    /** The program can be run, and probably means something else. */
    WARNING;

    /** Returns the word that messages begin with. */
    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
