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
package io.packetflow.affinity.plan;

/**
 * Cold path. A rule that a plan breaks.
 *
 * @param rule that is broken
 * @param place nodes and CPUs where it is broken
 * @param problem what is wrong there
 * @param remedy what to change
 */
public record CoreViolation(CoreRule rule, String place, String problem, String remedy)
{
    /** Returns rule, place, problem and remedy in one line. */
    @Override
    public String toString()
    {
        return rule + ": " + place + ": " + problem + "; " + remedy;
    }
}
