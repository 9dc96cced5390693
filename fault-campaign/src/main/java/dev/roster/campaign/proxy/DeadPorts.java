package dev.roster.campaign.proxy;

import dev.roster.campaign.record.CampaignThreads;
import dev.roster.campaign.weather.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Ports where connections fail: nothing listens, all are reset, or none is ever made. */
public final class DeadPorts implements AutoCloseable {

  private static final int FILLING = 4;

  private final Socket silent = new Socket();
  private final ServerSocket resetting;
  private final ServerSocket full;
  private final List<SocketChannel> fillers = new ArrayList<>();

  public DeadPorts() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    silent.bind(new InetSocketAddress(here, 0));
    resetting = new ServerSocket(0, 50, here);
    full = new ServerSocket(0, 1, here);
    for (int filler = 0; filler < FILLING; filler++) {
      fill(full.getLocalSocketAddress());
    }
    CampaignThreads.daemon("resets", this::reset).start();
  }

  /** The port to connect to, so that a fault happens. */
  public int port(Fault fault) {
    return switch (fault) {
      case REFUSE_CONNECTION -> silent.getLocalPort();
      case HANG_CONNECTION -> full.getLocalPort();
      default -> resetting.getLocalPort();
    };
  }

  /** Connections that wait to be accepted leave no room for the next. */
  private void fill(SocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    boolean unused = channel.connect(address);
    fillers.add(channel);
  }

  private void reset() {
    while (!resetting.isClosed()) {
      try {
        Sockets.reset(resetting.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Override
  public void close() {
    Sockets.close(silent);
    Sockets.close(resetting);
    fillers.forEach(Sockets::close);
    Sockets.close(full);
  }
}
