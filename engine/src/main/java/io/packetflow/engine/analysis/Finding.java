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
package io.packetflow.engine.analysis;

import java.util.List;

/**
 * Cold path. Something that an analysis found.
 *
 * @param severity how bad it is
 * @param rule that it is about
 * @param place names of packets, bonds and resources
 * @param message what is the case, with the figures
 * @param remedy what to do, empty where nothing is to be done
 */
public record Finding(Severity severity, Rule rule, List<String> place, String message, String remedy)
{
    /** Copies the list. */
    public Finding
    {
        place = List.copyOf(place);
    }

    /** Returns severity, rule, message and remedy on one line. */
    @Override
    public String toString()
    {
        return severity + " [" + rule + "] " + message + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
