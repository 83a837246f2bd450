package pannier.hal.camera;

/** What one read or decode brought. */
enum Progress {
  /** A packet or picture. */
  GOT_ONE,
  /** Nothing by now; a live source may have something later. */
  NOTHING_YET,
  /** Nothing, now or later. */
  END
}
