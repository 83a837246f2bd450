package pannier.vision.camera;

/**
 * What a camera's vision has done so far.
 *
 * @param frames that were looked at
 * @param activeFrames of these, that took more than the motion gate
 * @param verdicts visits that were judged
 * @param recognitions of items, each on a few crops
 */
public record Work(long frames, long activeFrames, long verdicts, long recognitions) {}
