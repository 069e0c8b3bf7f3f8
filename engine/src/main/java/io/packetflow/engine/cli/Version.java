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
package io.packetflow.engine.cli;

import java.util.Objects;

import picocli.CommandLine.IVersionProvider;

/** Cold path. The version of the program, from the manifest of its jar. */
public final class Version implements IVersionProvider
{
    /** @return the version, or {@code development} where the classes do not come from a jar */
    public static String text()
    {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }

    @Override
    public String[] getVersion()
    {
        return new String[]{"packetflow " + text(),
            System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version") + ", " +
            System.getProperty("os.name") + " " + System.getProperty("os.arch")};
    }
}
