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

import static j2html.TagCreator.img;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;

import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.engine.telemetry.PercentilePlot;
import io.packetflow.latency.html.StoredScenario.LadderStep;
import io.packetflow.latency.report.Percentile;

import j2html.tags.specialized.ImgTag;

/** Cold path. Curves of the page, drawn by XChart as SVG that is part of it. */
final class Charts
{
    private static final int WIDTH = 1_100;
    private static final int HEIGHT = 520;
    private static final Color INK = new Color(0x1b2733);
    private static final Color GRID = new Color(0xdfe4e8);
    private static final List<Color> COLOURS =
        List.of(new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73), new Color(0xcc79a7));

    private Charts()
    {
    }

    /**
     * Draws percentile curves.
     *
     * @param title above them
     * @param series at least one, none empty
     * @return an image that needs no file
     */
    static ImgTag percentiles(final String title, final List<LatencySeries> series)
    {
        return svg(new PercentilePlot(title, "", series).chart());
    }

    /**
     * Draws response times over rates.
     *
     * @param steps of a ladder, in the order of their rates
     * @return an image that needs no file
     */
    static ImgTag ladder(final List<LadderStep> steps)
    {
        final XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT)
            .title("response time over planned rate").xAxisTitle("planned messages a second")
            .yAxisTitle("response time").build();
        style(chart.getStyler());
        int colour = 0;
        for (final double percentile : steps.get(0).percentilesNanos().keySet())
        {
            final List<Double> rates = new ArrayList<>();
            final List<Double> nanos = new ArrayList<>();
            for (final LadderStep step : steps)
            {
                if (step.percentilesNanos().containsKey(percentile))
                {
                    rates.add(step.plannedPerSecond());
                    nanos.add(Math.max(1, step.percentilesNanos().get(percentile)));
                }
            }
            final XYSeries line = chart.addSeries(
                "P" + Percentile.text(percentile), rates, nanos);
            line.setLineColor(COLOURS.get(colour));
            line.setMarkerColor(COLOURS.get(colour));
            line.setLineStyle(new BasicStroke(2.5f));
            colour = (colour + 1) % COLOURS.size();
        }
        return svg(chart);
    }

    private static void style(final XYStyler styler)
    {
        styler.setChartBackgroundColor(Color.WHITE).setChartFontColor(INK).setChartTitleBoxVisible(false)
            .setChartTitleFont(font(Font.BOLD, 18)).setLegendPosition(LegendPosition.InsideNW)
            .setLegendFont(font(Font.PLAIN, 14)).setLegendBorderColor(GRID);
        styler.setPlotBackgroundColor(Color.WHITE).setPlotBorderVisible(false);
        styler.setAxisTitleFont(font(Font.PLAIN, 14)).setAxisTickLabelsFont(font(Font.PLAIN, 13))
            .setPlotGridLinesColor(GRID).setPlotGridLinesStroke(new BasicStroke(1));
        styler.setXAxisLogarithmic(true).setYAxisLogarithmic(true)
            .setXAxisTickLabelsFormattingFunction(Charts::rate)
            .setYAxisTickLabelsFormattingFunction(PercentilePlot::duration);
    }

    private static Font font(final int style, final int size)
    {
        return new Font(Font.SANS_SERIF, style, size);
    }

    static String rate(final double perSecond)
    {
        return perSecond >= 1e6 ? String.format(Locale.ROOT, "%.3g M", perSecond / 1e6) :
            String.format(Locale.ROOT, "%.0f k", perSecond / 1e3);
    }

    /** As an image of its own: inside the page, the names of its parts would meet those of other charts. */
    private static ImgTag svg(final XYChart chart)
    {
        final VectorGraphics2D graphics = new VectorGraphics2D();
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try
        {
            Processors.get("svg").getDocument(graphics.getCommands(), new PageSize(chart.getWidth(), chart.getHeight()))
                .writeTo(bytes);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("a chart cannot be drawn into memory: " + e.getMessage(), e);
        }
        final byte[] shortened =
            SvgText.shortened(bytes.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return img().withAlt(chart.getTitle())
            .withSrc("data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(shortened));
    }
}
