/**
 * What the harnesses send: recordings in memory, looped or generated, and the source that feeds them into a molecule in
 * a closed or an open loop.
 *
 * <p>A {@link io.packetflow.latency.load.Recording} is a block of framed ITCH messages that lies in memory before the
 * measurement starts; a {@link io.packetflow.latency.load.FeedSpec} says which. A recorded file is made loopable by
 * deleting, at its end, the orders that are still live, so that each pass starts from empty books; a generated market
 * is sent once, and measured after its books are built up.
 */
package io.packetflow.latency.load;
