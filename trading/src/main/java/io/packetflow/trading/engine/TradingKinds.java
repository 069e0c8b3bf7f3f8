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
package io.packetflow.trading.engine;

import io.packetflow.engine.molecule.InstanceKind;

/** Cold path. What triggers an instance of the TradingEngine, and where its fields stand in the input. */
public final class TradingKinds
{
    /** Code of a feed message. */
    public static final int FEED_CODE = 8;
    /** Code of an answer of the venue. */
    public static final int VENUE_CODE = 9;
    /** Code of an intent that the house's own risk refused. */
    public static final int REFUSAL_CODE = 10;
    /** Code of the withdrawal of quotes after a kill, a step at a time. */
    public static final int WITHDRAWAL_CODE = 11;

    /** Bytes of the longest input: an OUCH 5.0 replaced message, in whole words; ITCH messages have at most 50. */
    public static final int MAX_INPUT_BYTES = 72;

    /** A message of the feed: ITCH 5.0, as on the wire. */
    public static final InstanceKind FEED = new InstanceKind(FEED_CODE, "feed", 56);
    /** An answer of the venue: OUCH 5.0 outbound, as on the wire. */
    public static final InstanceKind VENUE = new InstanceKind(VENUE_CODE, "venue", MAX_INPUT_BYTES);
    /** A refusal: userRefNum (8 bytes), violations (8 bytes). */
    public static final InstanceKind REFUSAL = new InstanceKind(REFUSAL_CODE, "refusal", 16);
    /** A step of the withdrawal of all quotes: the locate from which to go on (8 bytes). */
    public static final InstanceKind WITHDRAWAL = new InstanceKind(WITHDRAWAL_CODE, "withdrawal", 8);

    private TradingKinds()
    {
    }
}
