package bz.keelbill.sim;

/** Is told what truly happens. */
interface Diary extends CoastalRadar.Witness {
  /** Keeps nothing. */
  Diary NONE =
      new Diary() {
        @Override
        public void began(String id, Threat threat, long atMillis) {}

        @Override
        public void plain(Threat threat, long atMillis) {}

        @Override
        public void lived(Craft craft, long atMillis) {}

        @Override
        public void followed(String craft, String station, int number, long from, long to) {}
      };

  void began(String id, Threat threat, long atMillis);

  /** Called each second in which the threat is plain. */
  void plain(Threat threat, long atMillis);

  /** Called each second for each craft. */
  void lived(Craft craft, long atMillis);
}
