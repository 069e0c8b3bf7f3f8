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
package io.packetflow.latency.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgTextTest
{
    @Test
    void shouldNameAStyleOnceAndKeepATenthOfAPixel()
    {
        assertThat(SvgText.shortened("<svg width=\"10\"><line style=\"fill:none;\" x1=\"1.2345\"/>" +
            "<line style=\"fill:none;\" x1=\"-12.05\"/><path style=\"stroke:red;\" d=\"M-.5,2\"/></svg>"))
            .isEqualTo("<svg width=\"10\"><style>.s0{fill:none;}.s1{stroke:red;}</style>" +
                "<line class=\"s0\" x1=\"1.2\"/><line class=\"s0\" x1=\"-12.0\"/>" +
                "<path class=\"s1\" d=\"M-.5,2\"/></svg>");
    }

    @Test
    void shouldLeaveADrawingWithoutStylesAlone()
    {
        assertThat(SvgText.shortened("<svg><line x1=\"3\"/></svg>")).isEqualTo("<svg><line x1=\"3\"/></svg>");
    }
}
