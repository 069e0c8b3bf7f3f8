package io.packetflow.engine.packet;

/**
 * Hot path. A packet that speaks to the outside, in two parts: {@link #onInstance()} computes and is never gated,
 * {@link #onRelease()} lets go what was computed, after the gates of its ionic bonds (durability included) opened.
 */
public interface ReleasingHandler extends PacketHandler
{
    /** Releases what {@link #onInstance()} computed for the instance that the flyweights stand on. */
    void onRelease();
}
