package io.packetflow.engine.codegen;

/**
 * The source of one node's class.
 *
 * @param className fully qualified; ends in a hash of the source
 * @param text Java source
 */
public record GeneratedSource(String className, String text)
{
    /** Package of all generated classes. */
    public static final String PACKAGE = "io.packetflow.generated";

    private static final String PLACEHOLDER = "@CLASS@";
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    static String placeholder()
    {
        return PLACEHOLDER;
    }

    static GeneratedSource named(final String prefix, final String template)
    {
        long hash = FNV_OFFSET;
        for (int i = 0; i < template.length(); i++)
        {
            hash = (hash ^ template.charAt(i)) * FNV_PRIME;
        }
        final String simpleName = prefix + "_" + String.format("%016x", hash);
        return new GeneratedSource(PACKAGE + "." + simpleName, template.replace(PLACEHOLDER, simpleName));
    }

    /** Returns the class's name without its package. */
    public String simpleName()
    {
        return className.substring(PACKAGE.length() + 1);
    }
}
