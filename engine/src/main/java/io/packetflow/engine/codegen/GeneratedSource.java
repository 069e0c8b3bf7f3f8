/*
 * Copyright 2026 the PacketFlow authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.packetflow.engine.codegen;

/**
 * The source of one generated class.
 *
 * @param className fully qualified; ends in a hash of the source
 * @param text Java source
 */
public record GeneratedSource(String className, String text)
{
    /** Package of all generated classes. */
    public static final String PACKAGE = "io.packetflow.generated";

    private static final String PLACEHOLDER = "@CLASS@";

    /** Returns what stands for the class's own name in a template. */
    public static String placeholder()
    {
        return PLACEHOLDER;
    }

    /**
     * Names a class after what is in it.
     *
     * @param prefix of the name
     * @param template source with {@link #placeholder()} in place of the name
     * @return the source
     */
    public static GeneratedSource named(final String prefix, final String template)
    {
        final String simpleName = prefix + "_" + TextHash.digits(TextHash.add(TextHash.EMPTY, template));
        return new GeneratedSource(PACKAGE + "." + simpleName, template.replace(PLACEHOLDER, simpleName));
    }

    /** Returns the class's name without its package. */
    public String simpleName()
    {
        return className.substring(PACKAGE.length() + 1);
    }
}
