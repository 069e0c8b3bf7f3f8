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
package io.packetflow.engine.config;

import java.util.List;

/**
 * Cold path. The configuration cannot be used; the message lists every error, each with its place and remedy, unless
 * there are so many that something else than a configuration was read.
 */
public final class ConfigurationException extends IllegalArgumentException
{
    private static final long serialVersionUID = 1L;
    private static final int MAX_LISTED = 100;

    private final transient List<SettingError> errors;

    /**
     * Creates the exception.
     *
     * @param errors at least one
     */
    public ConfigurationException(final List<SettingError> errors)
    {
        super(message(errors));
        this.errors = List.copyOf(errors);
    }

    /** @return every error, in the order of the keys */
    public List<SettingError> errors()
    {
        return errors;
    }

    private static String message(final List<SettingError> errors)
    {
        final StringBuilder message = new StringBuilder(64 + 128 * errors.size());
        message.append("the configuration has ").append(errors.size())
            .append(errors.size() == 1 ? " error" : " errors");
        errors.stream().limit(MAX_LISTED).forEach(error -> message.append("\n  ").append(error));
        if (errors.size() > MAX_LISTED)
        {
            message.append("\n  and ").append(errors.size() - MAX_LISTED).append(" more: is this a properties file?");
        }
        return message.toString();
    }
}
