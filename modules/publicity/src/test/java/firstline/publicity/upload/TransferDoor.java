package firstline.publicity.upload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

/** The transfers behind a real socket, without the server around them: what a cut does is real. */
public final class TransferDoor implements AutoCloseable {
  private final HttpServer server;
  private final Transfers transfers;
  private final UUID owner;

  /** Opens it on a free port. */
  TransferDoor(Transfers transfers, UUID owner) throws IOException {
    this.transfers = transfers;
    this.owner = owner;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var status = new int[] {200};
      transfers.answer(request(exchange), response(exchange, status), owner);
      exchange.sendResponseHeaders(status[0], -1);
    }
  }

  private static HttpServletRequest request(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    var body = stream(exchange.getRequestBody());
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            TransferDoor.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getMethod" -> exchange.getRequestMethod();
                  case "getRequestURI" -> exchange.getRequestURI().getPath();
                  case "getHeader" -> headers.getFirst((String) arguments[0]);
                  case "getHeaders" ->
                      Collections.enumeration(
                          headers.getOrDefault((String) arguments[0], List.of()));
                  case "getInputStream" -> body;
                  case "getContentType" -> headers.getFirst("Content-Type");
                  case "getRemoteAddr" -> "127.0.0.1";
                  case "getParameterMap" -> Map.of();
                  default -> null;
                });
  }

  private static HttpServletResponse response(HttpExchange exchange, int[] status) {
    var headers = exchange.getResponseHeaders();
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            TransferDoor.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "setStatus", "sendError" -> status[0] = (Integer) arguments[0];
                case "setHeader", "addHeader" ->
                    headers.set((String) arguments[0], (String) arguments[1]);
                case "getHeader" -> {
                  return headers.getFirst((String) arguments[0]);
                }
                case "getStatus" -> {
                  return status[0];
                }
                case "containsHeader" -> {
                  return headers.containsKey((String) arguments[0]);
                }
                case "isCommitted" -> {
                  return false;
                }
                default -> {
                  // Nothing that the protocol needs.
                }
              }
              return null;
            });
  }

  private static ServletInputStream stream(InputStream body) {
    return new ServletInputStream() {
      @Override
      public int read() throws IOException {
        return body.read();
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        return body.read(bytes, from, length);
      }

      @Override
      public boolean isFinished() {
        return false;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
