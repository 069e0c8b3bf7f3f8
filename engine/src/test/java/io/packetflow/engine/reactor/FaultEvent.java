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
package io.packetflow.engine.reactor;

/** What may happen in a simulated world; a simulation in which one of these never happens tests less than it says. */
enum FaultEvent
{
    RECOVERY,
    RECOVERY_FROM_SNAPSHOT,
    DEATH,
    POWER_CUT,
    DEATH_IN_RECOVERY,
    LOSS_ACCEPTED,
    DISK_FAULT,
    FAIL_STOP,
    CLOSED_IN_ORDER,
    STANDBY,
    TAKEOVER,
    FENCED,
    PRIMARY_KILLED,
    SECOND_WRITER_REFUSED
}
