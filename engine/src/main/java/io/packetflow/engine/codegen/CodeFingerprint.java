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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Cold path. Tells apart the code that generated classes were compiled against: a compiler copies constants of other
 * classes and checks their methods, so an entry of {@link ClassCache} holds for the very same jars only.
 */
final class CodeFingerprint
{
    private CodeFingerprint()
    {
    }

    /**
     * Returns the fingerprint of a class path on this JVM: place, size and time of each jar.
     *
     * @param classPath entries
     * @return 16 hexadecimal digits; empty if an entry is a directory, whose classes may change under way
     */
    static Optional<String> of(final Collection<String> classPath)
    {
        long hash = TextHash.add(
            TextHash.EMPTY, System.getProperty("java.vm.version") + System.getProperty("java.vm.name"));
        for (final String entry : new TreeSet<>(classPath))
        {
            final Path path = Path.of(entry);
            if (!Files.exists(path))
            {
                continue;
            }
            try
            {
                final BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                if (!attributes.isRegularFile())
                {
                    return Optional.empty();
                }
                hash = TextHash.add(hash, path.toAbsolutePath() + "\0" + attributes.size() + "\0" +
                    attributes.lastModifiedTime());
            }
            catch (final IOException e)
            {
                throw new CodegenException("the class path entry " + path + " cannot be examined: " + e, e);
            }
        }
        return Optional.of(TextHash.digits(hash));
    }
}
