/** Which part of the web map a canvas shows: pixel = scale * world - left, top. */
export interface View {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
