package dev.roster.campaign.record;

/** The campaign's own threads: none of them keeps the process from ending. */
public final class CampaignThreads {

  private CampaignThreads() {}

  /** A thread that has not started. */
  public static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, "campaign-" + name);
    thread.setDaemon(true);
    return thread;
  }
}
