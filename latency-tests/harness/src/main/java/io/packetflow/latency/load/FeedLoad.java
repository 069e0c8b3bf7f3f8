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
package io.packetflow.latency.load;

import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.engine.TradingConfig;

/**
 * Cold path. What is sent through a loop, and how: the same for the engine and for the floor.
 *
 * @param recording to send
 * @param passes how often
 * @param unstampedPasses at the start that do not count
 * @param pace when messages are sent
 * @param hugePages whether tables ask for them
 */
public record FeedLoad(
    Recording recording, int passes, int unstampedPasses, Pace pace, HugePages hugePages) implements AutoCloseable
{
    private static final long LEAST_WARM_UP_MESSAGES = 200_000;
    private static final long MOST_WARM_UP_MESSAGES = 1_000_000;
    private static final int UNSTAMPED_SHARE = 10;

    /**
     * A load that is sent as often as it takes. A recorded feed is sent some more times before, which do not count; a
     * generated one once.
     *
     * @param recording to send
     * @param messages of a recorded feed that count at least
     * @param pace when messages are sent
     * @param hugePages whether tables ask for them
     * @return the load
     */
    public static FeedLoad of(
        final Recording recording, final long messages, final Pace pace, final HugePages hugePages)
    {
        if (recording.measuredFrom() > 0)
        {
            return new FeedLoad(recording, 1, 0, pace, hugePages);
        }
        final long counted = Math.max(1, (messages + recording.messages() - 1) / recording.messages());
        final long unstamped = counted / UNSTAMPED_SHARE;
        return new FeedLoad(recording, Math.toIntExact(counted + unstamped), (int)unstamped, pace, hugePages);
    }

    /** Returns the index of the first message that counts. */
    public long countedFrom()
    {
        return Math.max(recording.measuredFrom(), unstampedPasses * recording.messages());
    }

    private int warmUpPasses()
    {
        if (recording.measuredFrom() > 0)
        {
            return 1;
        }
        final long wanted = Math.max(LEAST_WARM_UP_MESSAGES, Math.min(messages(), MOST_WARM_UP_MESSAGES));
        return (int)Math.max(1, wanted / recording.messages());
    }

    /** Returns the engine that suits the recording. */
    public TradingConfig config()
    {
        return TradingConfig.simulation(recording.symbols(), recording.expectedOrders());
    }

    /**
     * Returns the same load for one round of a warm-up. Some of it leaves no trace if some of the load does not: the
     * code that never saw such a message is compiled as if there were none.
     */
    public FeedLoad forWarmUp()
    {
        final int warmUpPasses = warmUpPasses();
        final int unstamped = unstampedPasses == 0 ? 0 : warmUpPasses / 2;
        return new FeedLoad(recording, warmUpPasses, unstamped, pace.forWarmUp(), hugePages);
    }

    /** Returns the same load as fast as it goes. */
    public FeedLoad flatOut()
    {
        return new FeedLoad(recording, passes, unstampedPasses, Pace.FLAT_OUT, hugePages);
    }

    /** Returns a source that sends it. */
    public RecordingSource source()
    {
        return new RecordingSource(recording, passes, unstampedPasses, pace);
    }

    /** Returns when the messages that count are planned to be sent; in an open loop. */
    public SendTimes sendTimes()
    {
        return Arrivals.of(recording, pace);
    }

    /** Returns how many messages are sent in all. */
    public long messages()
    {
        return passes * recording.messages();
    }

    /** Returns how many messages there are in which orders can be caused: all but those that build the books up. */
    public long tradedMessages()
    {
        return messages() - recording.measuredFrom();
    }

    /** Closes the recording, which loads made of this one share. */
    @Override
    public void close()
    {
        recording.close();
    }
}
