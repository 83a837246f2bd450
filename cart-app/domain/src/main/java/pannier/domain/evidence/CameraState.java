package pannier.domain.evidence;

/** Whether a camera's pictures can be trusted. */
public enum CameraState {
  TRUSTED,
  COVERED,
  FROZEN,
  DARK,
  BLURRED,
  ABSENT
}
