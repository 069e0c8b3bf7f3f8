package io.packetflow.latency.load;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.engine.TradingKinds;
import io.packetflow.trading.feed.itch.ItchDecoder;

/**
 * Hot path. Sends a recording a number of times, in a closed loop or at a planned rate. Messages before the recording's
 * first that counts are not stamped, so they leave no trace in the latencies. Owned by the sequencing node.
 */
public final class RecordingSource implements InstanceSource
{
    private static final int PREFIX_BYTES = 2;
    private static final int WORDS_BYTES = 56;

    private static final int REFERENCE = 11;

    private final Slab slab;
    private final long end;
    private final long spanNanos;
    private final long messagesPerPass;
    private final long unstampedMessages;
    private final boolean stamped;
    private final double gapNanos;
    private long passesLeft;
    private long position;
    private long passOffsetNanos;
    private long index;
    private long ingressNanos;
    private long plannedNanos;
    private long startNanos;
    private long pendingTimeNanos;
    private boolean pending;

    /**
     * Makes a source.
     *
     * @param recording to send
     * @param passes how often
     * @param unstampedPasses at the start that leave no trace in the latencies
     * @param perSecond messages a second in an open loop, 0 for a closed loop, below 0 for one without stamps
     */
    public RecordingSource(
        final Recording recording, final long passes, final long unstampedPasses, final double perSecond)
    {
        this.slab = recording.slab();
        this.end = recording.length();
        this.spanNanos = recording.spanNanos();
        this.messagesPerPass = recording.messages();
        this.unstampedMessages = Math.max(recording.measuredFrom(), unstampedPasses * messagesPerPass);
        this.stamped = perSecond >= 0;
        this.gapNanos = perSecond > 0 ? 1e9 / perSecond : 0;
        this.passesLeft = passes;
    }

    @Override
    public long nextTimeNanos()
    {
        return pending ? lookAgain() : look();
    }

    /** What logically precedes a message is done before it counts as seen. */
    private long lookAgain()
    {
        if (ingressNanos != 0)
        {
            ingressNanos = System.nanoTime();
        }
        return pendingTimeNanos;
    }

    private long look()
    {
        if (gapNanos > 0 && index >= unstampedMessages)
        {
            return lookPaced();
        }
        ingressNanos = stamped && index >= unstampedMessages ? System.nanoTime() : 0;
        return find();
    }

    private long lookPaced()
    {
        final long nowNanos = System.nanoTime();
        if (startNanos == 0)
        {
            startNanos = nowNanos;
        }
        final long dueNanos = startNanos + (long)((index - unstampedMessages) * gapNanos);
        if (nowNanos < dueNanos)
        {
            return NONE;
        }
        ingressNanos = nowNanos;
        plannedNanos = dueNanos;
        return find();
    }

    private long find()
    {
        if (position == end && !nextPass())
        {
            return NONE;
        }
        pendingTimeNanos = ItchDecoder.timestampNanos(slab, position + PREFIX_BYTES) + passOffsetNanos;
        pending = true;
        return pendingTimeNanos;
    }

    private boolean nextPass()
    {
        if (passesLeft <= 1)
        {
            passesLeft = 0;
            return false;
        }
        passesLeft--;
        position = 0;
        passOffsetNanos += spanNanos;
        return true;
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        final Slab target = input.slab();
        final long message = position + PREFIX_BYTES;
        final int at = input.offset();
        for (int word = 0; word < WORDS_BYTES; word += Long.BYTES)
        {
            target.putLong(at + word, slab.getLong(message + word));
        }
        // The reference lies across two of these words; a load of it would wait until both stores have left the store
        // buffer. Stored once more as the load will read it, it is forwarded at once.
        target.putLong(at + REFERENCE, slab.getLong(message + REFERENCE));
        final int length = slab.getShortBigEndian(position);
        header.describe(TradingKinds.FEED_CODE, length);
        header.stamp(ingressNanos, plannedNanos);
        position = message + length;
        index++;
        pending = false;
    }

    @Override
    public void discard(final boolean rejected)
    {
        position += PREFIX_BYTES + slab.getShortBigEndian(position);
        index++;
        pending = false;
    }

    @Override
    public boolean isExhausted()
    {
        return passesLeft == 0 && !pending;
    }
}
