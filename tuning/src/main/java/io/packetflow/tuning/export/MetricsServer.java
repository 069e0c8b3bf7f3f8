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

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.IoFailure;

/**
 * Cold path. Answers scrapers: {@code GET /metrics}, and a page at {@code /} for people. Two threads of its own, so
 * that one slow reader does not keep the next one out.
 */
final class MetricsServer implements AutoCloseable
{
    private static final int BACKLOG = 16;
    private static final int THREADS = 2;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int INTERNAL_ERROR = 500;
    private static final long NO_BODY = -1;
    private static final String PATIENCE_SECONDS = "10";
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final ExportedEngines engines;
    private final HttpServer server;
    private final ExecutorService threads;

    private MetricsServer(final ExportedEngines engines, final HttpServer server)
    {
        this.engines = engines;
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS, task ->
        {
            final Thread thread = new Thread(task, "metrics-server");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Begins to listen.
     *
     * @param address where; port 0 takes a free one
     * @param engines that are exported
     * @return the server
     * @throws HostException if nobody may listen there
     */
    static MetricsServer start(final InetSocketAddress address, final ExportedEngines engines)
    {
        // Read when the first server of the process is made: a client that goes silent must not hold a thread for good.
        System.setProperty("sun.net.httpserver.maxReqTime", PATIENCE_SECONDS);
        System.setProperty("sun.net.httpserver.maxRspTime", PATIENCE_SECONDS);
        try
        {
            final MetricsServer server = new MetricsServer(engines, HttpServer.create(address, BACKLOG));
            server.server.start();
            return server;
        }
        catch (final BindException e)
        {
            throw new HostException("cannot listen on " + text(address) + ": " + e.getMessage() +
                "; another process has that port, or this host no such address: choose another one with --prometheus",
                e);
        }
        catch (final IOException e)
        {
            throw new HostException("cannot listen on " + text(address) + ": " + IoFailure.reason(e) +
                "; choose another address or port with --prometheus (ports below 1024 are root's)", e);
        }
    }

    /** Returns where it listens, as part of a URL. */
    String address()
    {
        return text(server.getAddress());
    }

    private static String text(final InetSocketAddress address)
    {
        final String host = address.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    private void handle(final HttpExchange exchange) throws IOException
    {
        try (exchange)
        {
            final String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD"))
            {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                answer(exchange, METHOD_NOT_ALLOWED, PLAIN, "only GET and HEAD are answered\n");
                return;
            }
            switch (exchange.getRequestURI().getPath())
            {
                case "/metrics" -> metrics(exchange);
                case "/" -> answer(exchange, OK, "text/html; charset=utf-8", page());
                default -> answer(exchange, NOT_FOUND, PLAIN, "nothing here; the metrics are at /metrics\n");
            }
        }
    }

    private void metrics(final HttpExchange exchange) throws IOException
    {
        final String text;
        try
        {
            text = engines.scrape();
        }
        catch (final IOException e)
        {
            answer(exchange, INTERNAL_ERROR, PLAIN,
                "cannot look for engines in " + engines.place() + ": " + IoFailure.reason(e) + "\n");
            return;
        }
        answer(exchange, OK, Exposition.CONTENT_TYPE, text);
    }

    private static void answer(final HttpExchange exchange, final int status, final String type, final String body)
        throws IOException
    {
        final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD"))
        {
            exchange.sendResponseHeaders(status, NO_BODY);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody())
        {
            out.write(bytes);
        }
    }

    private String page()
    {
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>PacketFlow exporter</title></head>
            <body><h1>PacketFlow exporter</h1>
            <p>Counters of the engines at <code>%s</code>: <a href="/metrics">/metrics</a></p>
            </body></html>
            """.formatted(html(engines.place().toString()));
    }

    private static String html(final String text)
    {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public void close()
    {
        server.stop(0);
        threads.shutdownNow();
    }
}
