package dev.roster.internal.listing;

import dev.roster.ThreadContext;
import dev.roster.internal.concurrent.CancellableWork;
import dev.roster.internal.paging.PageAhead;

/**
 * The reading of a page before it is needed, within the context of the thread that walks the
 * listing.
 *
 * @param context the context of that thread
 * @param work reads the page
 */
public record ReadingAhead(ThreadContext context, CancellableWork<?> work)
    implements PageAhead.Work {

  @Override
  public void run() {
    context.around(work).run();
  }

  @Override
  public void cancel() {
    work.cancel();
  }
}
