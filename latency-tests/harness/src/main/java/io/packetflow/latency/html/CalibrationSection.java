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

import static j2html.TagCreator.code;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import com.fasterxml.jackson.databind.JsonNode;

import io.packetflow.latency.gate.ErrorRates;

import j2html.tags.specialized.SectionTag;

/** Cold path. The gate's own error rates: on the page. */
final class CalibrationSection
{
    private final JsonNode calibration;

    CalibrationSection(final JsonNode calibration)
    {
        this.calibration = calibration;
    }

    SectionTag html()
    {
        return section().withId("calibration").with(h2("The gate's own error rates"),
            p("Equal builds: every regression is a false alarm. A planted slowdown: every other verdict is a miss. " +
            calibration.path("forks").asInt() + " forks of each side; " + repeated() + "."),
            p(code("packetflow bench calibrate")).withClass("muted"),
            Parts.wideTable(ErrorRates.HEAD, new ErrorRates(calibration).lines().stream()
            .map(line -> line.stream().map(Parts::cell).toList()).toList()));
    }

    private String repeated()
    {
        int pairs = 0;
        for (final JsonNode attempts : calibration.path("attempts"))
        {
            pairs += attempts.asInt() > 1 ? 1 : 0;
        }
        return pairs == 0 ? "no comparison was repeated" :
            "inconclusive at first and so measured anew, as a comparison of builds is: " + pairs;
    }
}
