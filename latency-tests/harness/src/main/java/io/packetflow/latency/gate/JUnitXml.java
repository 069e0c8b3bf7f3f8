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
package io.packetflow.latency.gate;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Cold path. A comparison as the XML that build servers show: a suite for each scenario, a case for each metric. A
 * regression is a failure, what is inconclusive is skipped, with the reason.
 */
public final class JUnitXml
{
    private JUnitXml()
    {
    }

    /**
     * Writes a comparison.
     *
     * @param report of it
     * @return the text
     */
    public static String of(final GateReport report)
    {
        final StringWriter text = new StringWriter();
        try
        {
            final XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, "");
            xml.writeStartElement("testsuites");
            for (final ScenarioComparison scenario : report.scenarios())
            {
                suite(xml, scenario);
            }
            line(xml, "");
            xml.writeEndElement();
            line(xml, "");
            xml.writeEndDocument();
            xml.close();
        }
        catch (final XMLStreamException e)
        {
            throw new IllegalStateException("XML cannot be written into memory: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static void suite(final XMLStreamWriter xml, final ScenarioComparison scenario) throws XMLStreamException
    {
        final List<MetricComparison> metrics = scenario.metrics();
        line(xml, "  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", scenario.scenario());
        xml.writeAttribute("tests", Integer.toString(Math.max(1, metrics.size())));
        xml.writeAttribute("failures", count(metrics, Verdict.REGRESSION));
        xml.writeAttribute("skipped",
            metrics.isEmpty() ? "1" : count(metrics, Verdict.INCONCLUSIVE));
        if (metrics.isEmpty())
        {
            testCase(xml, scenario.scenario(), "comparison", scenario.verdict(), scenario.reason(), scenario.reason());
        }
        for (final MetricComparison metric : metrics)
        {
            testCase(xml, scenario.scenario(), metric.metric(), metric.verdict(), metric.reason(), details(metric));
        }
        line(xml, "  ");
        xml.writeEndElement();
    }

    private static String count(final List<MetricComparison> metrics, final Verdict verdict)
    {
        return Long.toString(metrics.stream().filter(metric -> metric.verdict() == verdict).count());
    }

    private static void testCase(
        final XMLStreamWriter xml,
        final String scenario,
        final String name,
        final Verdict verdict,
        final String reason,
        final String details) throws XMLStreamException
    {
        line(xml, "    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "bench." + scenario);
        xml.writeAttribute("name", name);
        switch (verdict)
        {
            case REGRESSION -> element(xml, "failure", reason, details);
            case INCONCLUSIVE -> element(xml, "skipped", reason, "");
            default -> element(xml, "system-out", "", details);
        }
        xml.writeEndElement();
    }

    private static void element(
        final XMLStreamWriter xml, final String name, final String message, final String text)
        throws XMLStreamException
    {
        xml.writeStartElement(name);
        if (!message.isEmpty())
        {
            xml.writeAttribute("message", message);
        }
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String details(final MetricComparison metric)
    {
        return String.format(Locale.ROOT, "before %s, after %s %s, ratio %.3f (%s), p %.4f",
            metric.before().text(metric.unit()), metric.after().text(metric.unit()), metric.unit(), metric.ratio(),
            metric.interval(), metric.adjusted());
    }

    private static void line(final XMLStreamWriter xml, final String indent) throws XMLStreamException
    {
        xml.writeCharacters("\n" + indent);
    }
}
