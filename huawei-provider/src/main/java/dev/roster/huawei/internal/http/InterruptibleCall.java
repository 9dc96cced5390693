package dev.roster.huawei.internal.http;

import java.io.IOException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import okhttp3.Call;
import okhttp3.Response;

/**
 * An HTTP call that ends when its thread is interrupted. It is a channel, because that is the
 * platform's one way to act on an interrupt while a thread is blocked on a socket.
 */
public final class InterruptibleCall extends AbstractInterruptibleChannel {

  private final Call call;

  public InterruptibleCall(Call call) {
    this.call = call;
  }

  /** Makes something of the response of a call. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Response response) throws IOException;
  }

  public <T> T execute(Reader<T> reader) throws IOException {
    boolean complete = false;
    begin();
    try (Response response = call.execute()) {
      T result = reader.read(response);
      complete = true;
      return result;
    } finally {
      end(complete);
    }
  }

  @Override
  protected void implCloseChannel() {
    call.cancel();
  }
}
