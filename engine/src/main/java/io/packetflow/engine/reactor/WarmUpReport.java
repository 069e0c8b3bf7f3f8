package io.packetflow.engine.reactor;

/**
 * What the warm-up did.
 *
 * @param messages instances from outside that went through the scratch molecules
 * @param rounds how many scratch molecules were run
 * @param durationNanos how long it took
 * @param settled whether compilation settled before the limit
 * @param lastNanosPerMessage mean time of a message in the last round
 */
public record WarmUpReport(long messages, int rounds, long durationNanos, boolean settled, double lastNanosPerMessage)
{
    /** No warm-up was asked for. */
    public static final WarmUpReport NONE = new WarmUpReport(0, 0, 0, false, 0);

    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String toString()
    {
        if (messages == 0)
        {
            return "no warm-up: the first instances run uncompiled code";
        }
        return String.format("warm-up: %,d messages in %d rounds, %.1f s, %s, %.0f ns a message in the last round",
            messages, rounds, durationNanos / NANOS_PER_SECOND,
            settled ? "compilation settled" : "compilation had not settled at the limit", lastNanosPerMessage);
    }
}
