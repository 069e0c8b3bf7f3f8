package io.packetflow.engine.plan;

import java.util.List;

/** A molecule cannot be planned onto a host as asked. The message lists every reason. */
public final class PlanException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * Reports why there is no plan.
     *
     * @param molecule name of the molecule
     * @param reasons one sentence each
     */
    public PlanException(final String molecule, final List<String> reasons)
    {
        super("no plan for molecule " + molecule + ":\n  - " + String.join("\n  - ", reasons));
    }
}
