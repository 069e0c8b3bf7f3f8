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
package io.packetflow.ringbuffers.journal.read;

/**
 * Cold path. Whether a molecule may go on from what a journal holds.
 *
 * @param isAccepted whether it may; if not, nothing may be started
 * @param last record that counts: what lies behind it is not replayed, and a new epoch follows it
 * @param lostFrom sequence of the first instance that is known to be lost, 0 if none is
 * @param lostTo sequence of the last instance that is known to be lost, 0 if none is; more may be
 * @param isLoss whether it is accepted only because the loss is, which belongs into the audit log
 * @param reason as a sentence: cause, place, remedy
 */
public record RecoveryDecision(
    boolean isAccepted, LastRecord last, long lostFrom, long lostTo, boolean isLoss, String reason)
{
    /** Returns whether instances are known to be lost. */
    public boolean hasLostRange()
    {
        return lostTo > 0;
    }
}
