package io.packetflow.engine.molecule;

import java.util.List;

/** A molecule breaks rules. The message lists all of them. */
public final class MoleculeException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final transient List<String> violations;

    /**
     * Reports broken rules.
     *
     * @param molecule name of the molecule
     * @param violations one sentence each
     */
    public MoleculeException(final String molecule, final List<String> violations)
    {
        super("molecule " + molecule + " breaks " + violations.size() + " rule(s):\n  - " +
            String.join("\n  - ", violations));
        this.violations = List.copyOf(violations);
    }

    /** Returns the broken rules, one sentence each. */
    public List<String> violations()
    {
        return violations;
    }
}
