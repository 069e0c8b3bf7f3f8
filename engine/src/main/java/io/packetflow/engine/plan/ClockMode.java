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
package io.packetflow.engine.plan;

/** Where logical time comes from. */
public enum ClockMode
{
    /** The sources' own timestamps, merged in order and never decreasing: file replay, simulation. */
    SOURCE,
    /**
     * The sequencing node's stamp, UTC-based and never decreasing: live operation. An emission is admitted when the
     * stamp reaches its time, before what waits outside then; sources' own times only order these among each other.
     */
    UTC
}
