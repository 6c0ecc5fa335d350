package org.hearback.anonymity;

import java.util.Set;
import org.hearback.anonymity.Cube.Counts;
import org.hearback.anonymity.Cube.Place;

/**
 * When a count by itself may be seen, and what everybody knows of one that is hidden. Pure, safe
 * for any thread.
 */
interface Rule {
  /** As good as no bound. */
  int MOST = 1_000_000;

  /** Whether a place by itself may be seen. */
  boolean mayBeSeen(Place place, Counts counts);

  /** What a hidden place holds at least. */
  int least();

  /** What it holds at most, for whoever knows why it is hidden. */
  int most(Place place, Counts counts);

  /** Whether it is told apart who says good: together with the others they give each other away. */
  boolean hasVoices();

  /** Answers to a core item, and how many of them are good. */
  Rule ITEM =
      new Rule() {
        @Override
        public boolean mayBeSeen(Place place, Counts counts) {
          return Disclosure.mayBeSeen(counts.base(), counts.good());
        }

        @Override
        public int least() {
          return 1;
        }

        @Override
        public int most(Place place, Counts counts) {
          if (mayBeSeen(place, counts)) {
            return MOST;
          }
          return counts.base() < Disclosure.BASE_MIN
              ? Disclosure.BASE_MIN - 1
              : Disclosure.UNANIMOUS_BASE_MIN - 1;
        }

        @Override
        public boolean hasVoices() {
          return true;
        }
      };

  /** Answers, whatever they say; nobody is a true zero. */
  Rule ANSWERS =
      new Rule() {
        @Override
        public boolean mayBeSeen(Place place, Counts counts) {
          return counts.base() == 0 || counts.base() >= Disclosure.BASE_MIN;
        }

        @Override
        public int least() {
          return 1;
        }

        @Override
        public int most(Place place, Counts counts) {
          return mayBeSeen(place, counts) ? MOST : Disclosure.BASE_MIN - 1;
        }

        @Override
        public boolean hasVoices() {
          return false;
        }
      };

  /**
   * Answers that say one theme in their own words. Here the count itself must be large enough, and
   * not only what it is a share of: a comment is rarer than a tick, and of one that nearly nobody
   * makes somebody nearby may know whose it is. So there is no zero either, but where nobody has
   * answered at all: beside a hidden cell it would tell that this one has somebody.
   *
   * @param answers all answers, with or without words
   * @param hidden the places of which it is not told how many there are
   */
  static Rule theme(Cube answers, Set<Place> hidden) {
    return new Rule() {
      @Override
      public boolean mayBeSeen(Place place, Counts counts) {
        int all = answers.at(place).base();
        if (all == 0) {
          return true;
        }
        boolean unanimous = counts.base() == all && all < Disclosure.UNANIMOUS_BASE_MIN;
        boolean stands = place.isRest() || !hidden.contains(place);
        return counts.base() >= Disclosure.BASE_MIN && !unanimous && stands;
      }

      @Override
      public int least() {
        return 0;
      }

      @Override
      public int most(Place place, Counts counts) {
        int all = hidden.contains(place) || place.isRest() ? MOST : answers.at(place).base();
        return counts.base() < Disclosure.BASE_MIN ? Math.min(all, Disclosure.BASE_MIN - 1) : all;
      }

      @Override
      public boolean hasVoices() {
        return false;
      }
    };
  }
}
