package io.packetflow.engine.codegen;

import io.packetflow.engine.packet.InstanceSource;

/**
 * What the code of the sequencing node has to know of one source.
 *
 * @param type concrete class: public and final
 * @param emitter name of the packet whose back edge it is, empty for a source from outside
 * @param minimumDelayNanos of a back edge: an instance that an instance at logical time t emits is not before t + this
 */
public record SourceSpec(Class<? extends InstanceSource> type, String emitter, long minimumDelayNanos)
{
    /**
     * Describes a source from outside.
     *
     * @param type its concrete class
     * @return the description
     */
    public static SourceSpec outside(final Class<? extends InstanceSource> type)
    {
        return new SourceSpec(type, "", 0);
    }

    /** Returns whether it is a back edge. */
    public boolean isBackEdge()
    {
        return !emitter.isEmpty();
    }
}
