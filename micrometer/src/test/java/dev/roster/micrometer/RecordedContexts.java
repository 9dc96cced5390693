package dev.roster.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.MDC;

/** Keeps the contexts of all observations, and the order of their starts and ends. */
final class RecordedContexts implements ObservationHandler<Observation.Context> {

  private final List<Observation.Context> contexts = new CopyOnWriteArrayList<>();
  private final List<String> order = new CopyOnWriteArrayList<>();
  private final List<String> tickets = new CopyOnWriteArrayList<>();

  @Override
  public void onStart(Observation.Context context) {
    contexts.add(context);
    order.add("+" + context.getName());
    if (context instanceof CallObservationContext) {
      tickets.add(String.valueOf(MDC.get("ticket")));
    }
  }

  @Override
  public void onStop(Observation.Context context) {
    order.add("-" + context.getName());
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return true;
  }

  /** Starts with a plus, ends with a minus. */
  List<String> order() {
    return List.copyOf(order);
  }

  /** What the logging context of each call had as {@code ticket}. */
  List<String> tickets() {
    return List.copyOf(tickets);
  }

  List<CallObservationContext> calls() {
    return of(CallObservationContext.class);
  }

  List<AttemptObservationContext> attempts() {
    return of(AttemptObservationContext.class);
  }

  private <T> List<T> of(Class<T> type) {
    return contexts.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
