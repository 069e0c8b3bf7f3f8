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
package io.packetflow.trading.compliance;

/**
 * Cold path. A record of the trail, copied out of the ring.
 *
 * @param sequence number of the record, from 0
 * @param timeNanos logical time of the decision
 * @param userRef of the order
 * @param originalUserRef of the order replaced or canceled, 0 if none
 * @param locate of the symbol
 * @param action that was asked for
 * @param side as on the wire
 * @param priceE4 limit price, four decimals
 * @param quantity in shares
 * @param violations that were found, a bit set
 * @param limitsVersion of the limits in force
 * @param verdict what was decided
 */
public record ComplianceRecord(
    long sequence,
    long timeNanos,
    int userRef,
    int originalUserRef,
    int locate,
    int action,
    char side,
    long priceE4,
    int quantity,
    long violations,
    long limitsVersion,
    int verdict)
{
}
