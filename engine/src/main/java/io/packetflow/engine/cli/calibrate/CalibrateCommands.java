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
package io.packetflow.engine.cli.calibrate;

import java.util.Collection;
import java.util.List;

import io.packetflow.engine.cli.CommandContributor;
import io.packetflow.engine.cli.language.LanguageCommands;

/** Cold path. The command that measures what predictions are made from. */
public final class CalibrateCommands implements CommandContributor
{
    /** Creates the contributor; called by the service loader. */
    public CalibrateCommands()
    {
    }

    @Override
    public String section()
    {
        return LanguageCommands.SECTION;
    }

    @Override
    public int order()
    {
        return LanguageCommands.ORDER;
    }

    @Override
    public Collection<Object> commands()
    {
        return List.of(new CalibrateCommand());
    }
}
