package io.packetflow.engine.codegen;

/** Writes indented Java source. */
final class JavaWriter
{
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** Writes one line; an empty one stays empty. */
    JavaWriter line(final String line)
    {
        if (!line.isEmpty())
        {
            text.append(INDENT.repeat(depth)).append(line);
        }
        text.append('\n');
        return this;
    }

    /** Writes a formatted line. */
    JavaWriter line(final String format, final Object... arguments)
    {
        return line(String.format(format, arguments));
    }

    /** Writes a head and opens a block. */
    JavaWriter open(final String head)
    {
        return line(head).openBlock();
    }

    /** Opens a block. */
    JavaWriter openBlock()
    {
        line("{");
        depth++;
        return this;
    }

    /** Closes a block. */
    JavaWriter close()
    {
        depth--;
        return line("}");
    }

    @Override
    public String toString()
    {
        return text.toString();
    }
}
