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

/** Cold path. What must hold whenever a process is killed; the numbers are those of the design of the journal. */
enum Invariant
{
    /** An instance whose outputs may have left is there afterwards. */
    I1("what was acknowledged is there after the death of the process"),
    /** What is recovered has no gaps and ends as the death of a process alone ends a journal. */
    I2("what is recovered is a dense prefix, and ends as the death of a process alone can end it"),
    /** Each instance is the one that the feed leads to. */
    I3("no record counts that is not the one which the feed leads to"),
    /** Replay is deterministic. */
    I4("a run that was killed ends with the orders and the state of one that was not"),
    /** One writer after the other. */
    I5("epochs strictly increase"),
    /** Orders wait for the journal. */
    I6("no order is out whose input is not in the journal, and none is changed or missing"),
    /** A snapshot needs the journal before it. */
    I7("no snapshot is ahead of the journal"),
    /** Recovery may be interrupted and repeated. */
    I8("a process can start again however the one before it ended, and recovers the same"),
    /** What earlier epochs left is evidence. */
    I9("recovery changes and removes nothing of earlier epochs");

    private final String text;

    Invariant(final String text)
    {
        this.text = text;
    }

    /** Returns what must hold, as a part of a sentence. */
    String text()
    {
        return text;
    }
}
