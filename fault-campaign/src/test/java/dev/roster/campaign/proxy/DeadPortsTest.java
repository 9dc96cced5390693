package dev.roster.campaign.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.campaign.weather.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections fail in front of the proxy, each in the way that its fault names. */
final class DeadPortsTest {

  private static final int MILLIS = 100;

  private DeadPorts dead;
  private Socket socket;

  @BeforeEach
  void open() throws IOException {
    dead = new DeadPorts();
    socket = new Socket();
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    dead.close();
  }

  @Test
  void aRefusedConnectionIsNeverMade() {
    assertThatThrownBy(() -> connect(Fault.REFUSE_CONNECTION)).isInstanceOf(ConnectException.class);
  }

  @Test
  void aHangingConnectionIsNeverMade() {
    assertThatThrownBy(() -> connect(Fault.HANG_CONNECTION))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void aResetConnectionEndsBeforeAnythingIsRead() {
    assertThatThrownBy(
            () -> {
              // The reset can come before connect() has returned, and shows there then.
              connect(Fault.RESET_CONNECTION);
              assertThat(socket.getInputStream().read()).isNegative();
            })
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  private void connect(Fault fault) throws IOException {
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), dead.port(fault)), MILLIS);
  }
}
