package io.packetflow.engine.reactor;

/** A reactor could not start, or it failed while it ran. The message names the cause and the place. */
public final class ReactorException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param message cause, place, remedy
     * @param cause what happened, or null
     */
    public ReactorException(final String message, final Throwable cause)
    {
        super(message, cause);
    }
}
