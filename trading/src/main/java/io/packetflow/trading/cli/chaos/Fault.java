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
package io.packetflow.trading.cli.chaos;

/** Cold path. What is done to one of two processes that share a journal. */
enum Fault
{
    /** The primary is killed. */
    KILL("kill"),
    /** The primary is stopped, and its standby may kill it. */
    STALL("stall"),
    /** The primary is stopped, its standby only fences it, and it goes on after the takeover. */
    FENCE("fence"),
    /** The standby is killed. */
    STANDBY("standby");

    private final String text;

    Fault(final String text)
    {
        this.text = text;
    }

    /** Returns what it is called on the command line. */
    String text()
    {
        return text;
    }

    /** Returns whether the standby takes over afterwards. */
    boolean isTakeover()
    {
        return this != STANDBY;
    }
}
