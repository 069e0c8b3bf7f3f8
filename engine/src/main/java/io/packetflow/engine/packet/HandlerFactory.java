package io.packetflow.engine.packet;

/**
 * Cold path. Makes a packet's handler for one running molecule: once for the warm-up's scratch molecule, once for the run.
 *
 * @param <H> concrete type of the handler
 */
@FunctionalInterface
public interface HandlerFactory<H extends PacketHandler>
{
    /**
     * Makes a handler.
     *
     * @param context areas, resources and emitters of this running molecule
     * @return the handler
     */
    H create(PacketContext context);
}
