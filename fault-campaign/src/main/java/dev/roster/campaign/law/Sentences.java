package dev.roster.campaign.law;

import java.util.ArrayList;
import java.util.List;

/** The sentences of the law that something broke. */
final class Sentences {

  private final List<String> broken = new ArrayList<>();

  /** A sentence is broken under a condition. */
  void when(boolean isBroken, String sentence) {
    if (isBroken) {
      broken.add(sentence);
    }
  }

  void add(String sentence) {
    broken.add(sentence);
  }

  void addAll(List<String> sentences) {
    broken.addAll(sentences);
  }

  List<String> all() {
    return broken;
  }
}
