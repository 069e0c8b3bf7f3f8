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
package io.packetflow.ringbuffers.share;

/**
 * Cold path. Up to where the rows of a table are current.
 *
 * @param epoch of the journal in which the last instance lies, 0 if that is not known
 * @param sequence of the last instance that the rows know of, 0 before the first
 * @param journalSequence of the last instance in the journal, as far as the filler had looked
 * @param timeNanos logical time of the last instance, UTC, 0 if there is none
 * @param publishedMillis when the filler said so, UTC, by the host's clock; it does so again while nothing happens
 * @param isEnded whether the filler ended in order, and will say nothing more
 */
public record TableProgress(
    int epoch, long sequence, long journalSequence, long timeNanos, long publishedMillis, boolean isEnded)
{
}
