package io.packetflow.engine.codegen;

/** Generated code cannot be compiled or loaded. The message names the cause and the remedy. */
public final class CodegenException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param message cause and remedy
     * @param cause what happened, or null
     */
    public CodegenException(final String message, final Throwable cause)
    {
        super(message, cause);
    }
}
