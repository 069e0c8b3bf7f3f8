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

/** How far packets are fused into one stage. */
public enum Grouping
{
    /** Units on one node are one stage wherever the bonds allow it: direct calls, no hop. */
    FUSED,
    /** No fusion across periodic groups: each group on its own node, as far as the host has cores. */
    STRICT,
    /** No fusion at all: each unit is a stage behind its own barrier. */
    UNFUSED
}
