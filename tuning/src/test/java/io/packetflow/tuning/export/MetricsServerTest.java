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
package io.packetflow.tuning.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import io.packetflow.engine.telemetry.CountersFile;
import io.packetflow.tuning.watch.CountersFixture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exporter as a scraper sees it, over the lives of an engine. */
class MetricsServerTest
{
    @TempDir
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private Path path;
    private ExportedEngines engines;
    private MetricsServer server;

    @BeforeEach
    void start()
    {
        path = directory.resolve("counters.dat");
        engines = new ExportedEngines(directory, false);
        server = MetricsServer.start(ListenAddress.parse("0"), engines);
    }

    @AfterEach
    void stop()
    {
        server.close();
        engines.close();
    }

    private HttpResponse<String> request(final String method, final String place) throws Exception
    {
        return client.send(HttpRequest.newBuilder(URI.create("http://" + server.address() + place))
            .method(method, HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private String up() throws Exception
    {
        return request("GET", "/metrics").body().lines().filter(line -> line.startsWith("packetflow_up")).findFirst()
            .orElseThrow();
    }

    @Test
    void shouldFollowAnEngineThatEndsAndStartsAgain() throws Exception
    {
        assertThat(up()).isEqualTo("packetflow_up{engine=\"\"} 0");
        try (CountersFile first = CountersFixture.running(path))
        {
            assertThat(first.path()).isEqualTo(path);
            assertThat(up()).isEqualTo("packetflow_up{engine=\"counters\"} 1");
        }
        assertThat(up()).isEqualTo("packetflow_up{engine=\"counters\"} 0");
        assertThat(request("GET", "/metrics").body()).doesNotContain("packetflow_stalls_total");
        try (CountersFile second = CountersFixture.running(path))
        {
            assertThat(second.path()).isEqualTo(path);
            assertThat(up()).isEqualTo("packetflow_up{engine=\"counters\"} 1");
            assertThat(request("GET", "/metrics").body()).contains("packetflow_stalls_total");
        }
    }

    @Test
    void shouldSayWhichFormatItAnswersAndToWhat() throws Exception
    {
        final HttpResponse<String> metrics = request("GET", "/metrics");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(request("HEAD", "/metrics").statusCode()).isEqualTo(200);
        assertThat(request("HEAD", "/metrics").body()).isEmpty();

        assertThat(request("GET", "/").statusCode()).isEqualTo(200);
        assertThat(request("GET", "/").body()).contains("<a href=\"/metrics\">", directory.toString());

        assertThat(request("GET", "/metrics/more").statusCode()).isEqualTo(404);
        assertThat(request("GET", "/%2e%2e/etc/passwd").statusCode()).isEqualTo(404);
        final HttpResponse<String> post = request("POST", "/metrics");
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }
}
