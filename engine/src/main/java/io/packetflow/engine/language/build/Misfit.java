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
package io.packetflow.engine.language.build;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;

/**
 * Cold path. Something that keeps a molecule from being built. A program's text says where it is; a blueprint has only
 * the names.
 *
 * @param code that names the kind
 * @param packet that it is about, empty for the molecule as a whole
 * @param key of the packet's property that it is about, empty for the packet itself
 * @param message what is wrong, in one sentence without a full stop
 * @param expected what would have been right, empty if the message says it
 * @param suggestion what to do about it
 */
record Misfit(
    DiagnosticCode code, String packet, String key, String message, String expected, String suggestion)
{
    @Override
    public String toString()
    {
        return code + ": " + message + (expected.isEmpty() ? "" : "; expected " + expected) +
            (suggestion.isEmpty() ? "" : "; " + suggestion);
    }
}
