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
 * The record of a {@link ComplianceTrail}: 64 bytes, little-endian.
 *
 * <pre>
 *    0                   8                   16        20        24        28        32
 *   +-------------------+-------------------+---------+---------+---------+---------+
 *   | sequence          | logical time, ns  | userRef | locate  | action  | verdict |
 *   |                   |                   |         |         | s side  |         |
 *   +-------------------+-------------------+---------+---------+---------+---------+
 *    32                  40        44        48                  56                  64
 *   +-------------------+---------+---------+-------------------+-------------------+
 *   | priceE4           | quantity| original| violation bits    | limits version    |
 *   |                   |         | userRef |                   |                   |
 *   +-------------------+---------+---------+-------------------+-------------------+
 *   bytes 24-27: action, 1 byte; side, 1 byte; 2 bytes 0
 * </pre>
 *
 * <p>{@code sequence} counts the records from 0; the record of sequence {@code s} lies in slot {@code s mod capacity}.
 */
public final class ComplianceRecordLayout
{
    /** Number of the record, from 0; 8 bytes. */
    public static final int SEQUENCE = 0;
    /** Logical time of the decision in nanoseconds; 8 bytes. */
    public static final int TIME = 8;
    /** userRefNum of the order; 4 bytes. */
    public static final int USER_REF = 16;
    /** Stock locate; 4 bytes. */
    public static final int LOCATE = 20;
    /** What was asked for; 1 byte. */
    public static final int ACTION = 24;
    /** Side as on the wire; 1 byte. */
    public static final int SIDE = 25;
    /** What was decided; 4 bytes. */
    public static final int VERDICT = 28;
    /** Limit price, four decimals; 8 bytes. */
    public static final int PRICE = 32;
    /** Shares; 4 bytes. */
    public static final int QUANTITY = 40;
    /** userRefNum of the order replaced or canceled, 0 if none; 4 bytes. */
    public static final int ORIGINAL_USER_REF = 44;
    /** Violations that the pre-trade checks and the surveillance found; 8 bytes. */
    public static final int VIOLATIONS = 48;
    /** Version of the limits that were in force; 8 bytes. */
    public static final int LIMITS_VERSION = 56;
    /** Bytes of a record. */
    public static final int LENGTH = 64;

    /** Verdict: went out. */
    public static final int PASSED = 1;
    /** Verdict: held back by the pre-trade checks. */
    public static final int BLOCKED = 2;

    private ComplianceRecordLayout()
    {
    }
}
